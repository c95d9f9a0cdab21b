import { FIXED_SENTENCES } from '../../../shared/notes/sections.ts';
import type { InputBundle } from '../bundle.ts';
import { fixedSentence, type NoteBlock, type NoteDocument, paragraph } from '../note-document.ts';
import { confirmedLines } from './fact-lines.ts';
import { hypothesisBlocks } from './hypothesis.ts';
import { nextStepBlocks } from './next-steps.ts';
import { problemStatement } from './problem-statement.ts';
import { triedBlocks } from './tried.ts';

/** The escalation package from the bundle alone, in the order of the headings. */
export function draftEscalation(bundle: InputBundle): NoteDocument {
  return {
    kind: 'escalate',
    sections: [
      [paragraph(...problemStatement(bundle))],
      confirmedBlocks(bundle),
      triedBlocks(bundle),
      hypothesisBlocks(bundle),
      nextStepBlocks(bundle),
    ],
  };
}

function confirmedBlocks(bundle: InputBundle): readonly NoteBlock[] {
  const lines = confirmedLines(bundle.facts, bundle);
  if (lines.length > 0) return lines;
  return [paragraph(fixedSentence(FIXED_SENTENCES[bundle.language].nothing_confirmed))];
}
