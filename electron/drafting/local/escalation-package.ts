import { FIXED_SENTENCES } from '../../../shared/notes/sections.ts';
import { type InputBundle, SESSION_EVIDENCE } from '../bundle.ts';
import {
  bullet,
  fixedSentence,
  type NoteBlock,
  type NoteDocument,
  paragraph,
} from '../note-document.ts';
import { groupFacts, sourcedSentence } from './fact-lines.ts';
import { hypothesisBlocks } from './hypothesis.ts';
import { nextStepBlocks } from './next-steps.ts';
import { problemStatement } from './problem-statement.ts';
import { triedBlocks } from './tried.ts';

/** The escalation package from the bundle alone. */
export function draftEscalation(bundle: InputBundle): NoteDocument {
  return {
    kind: 'escalate',
    sections: [
      [paragraph(problemStatement(bundle), SESSION_EVIDENCE)],
      confirmedBlocks(bundle),
      triedBlocks(bundle),
      hypothesisBlocks(bundle),
      nextStepBlocks(bundle),
    ],
  };
}

function confirmedBlocks(bundle: InputBundle): NoteBlock[] {
  const groups = groupFacts(bundle.facts);
  if (groups.length === 0) return [fixedSentence(FIXED_SENTENCES.nothing_confirmed)];
  return groups.map(({ fact, evidence_ids }) => bullet(sourcedSentence(fact), ...evidence_ids));
}
