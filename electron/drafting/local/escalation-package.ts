import { FIXED_SENTENCES } from '../../../shared/notes/sections.ts';
import type { InputBundle } from '../bundle.ts';
import {
  fixedSentence,
  type NoteBlock,
  type NoteDocument,
  type NoteSentence,
  paragraph,
} from '../note-document.ts';
import { confirmedLines, isLong } from './fact-lines.ts';
import { hypothesisBlocks } from './hypothesis.ts';
import { nextStepBlocks } from './next-steps.ts';
import { problemStatement } from './problem-statement.ts';
import { triedBlocks } from './tried.ts';

/** The escalation package from the bundle alone, in the order of the headings. */
export function draftEscalation(bundle: InputBundle): NoteDocument {
  const problem = problemStatement(bundle);
  return {
    kind: 'escalate',
    sections: [
      [paragraph(...problem)],
      confirmedBlocks(bundle, problem),
      triedBlocks(bundle),
      hypothesisBlocks(bundle),
      nextStepBlocks(bundle),
    ],
  };
}

/** All facts, apart from symptoms that are the problem already; but then something else has to be here. */
function confirmedBlocks(
  bundle: InputBundle,
  problem: readonly NoteSentence[],
): readonly NoteBlock[] {
  const told = new Set(problem.flatMap(({ evidence_ids }) => evidence_ids));
  const others = bundle.facts.filter((fact) => !told.has(fact.evidence_id) || isLong(fact));
  const facts = others.length > 0 ? others : bundle.facts;
  if (facts.length > 0) return confirmedLines(facts, bundle);
  return [paragraph(fixedSentence(FIXED_SENTENCES[bundle.language].nothing_confirmed))];
}
