import { Allow, parse } from 'partial-json';
import type { InputBundle } from '../bundle.ts';
import { handOffSentences } from '../local/problem-statement.ts';
import { type NoteBlock, type NoteDocument, paragraph, renderNote } from '../note-document.ts';
import { type Answer, type AnswerPart, readAnswer } from './answer-schema.ts';
import { MOST_STEPS, reworded, stepsOnRecord } from './record-blocks.ts';

/** Fewer steps than this are filled up with standard ones. */
const FEWEST_STEPS = 2;

/**
 * A note from the model's words and the local draft. Where the model said nothing, the draft's section
 * is taken; what the record itself knows always comes from the draft.
 */
export function composeNote(
  local: NoteDocument,
  answer: Answer,
  bundle: InputBundle,
): NoteDocument {
  const own = (name: AnswerPart['name']) => answer.get(name) ?? [];
  const draft = (section: number) => local.sections[section] ?? [];
  const ownOr = (name: AnswerPart['name'], section: number) =>
    own(name).length > 0 ? own(name) : draft(section);
  if (local.kind === 'resolve') {
    return {
      kind: 'resolve',
      sections: [
        ownOr('problem', 0),
        reworded(draft(1), own('confirmed')),
        ownOr('root_cause', 2),
        reworded(draft(3), own('resolution')),
      ],
    };
  }
  return {
    kind: 'escalate',
    sections: [
      own('problem').length > 0 ? withHandOff(own('problem'), bundle) : draft(0),
      reworded(draft(1), own('confirmed')),
      draft(2),
      withReasons(draft(3), own('for_and_against')),
      steps(local, own('next_steps'), bundle),
    ],
  };
}

function withHandOff(problem: readonly NoteBlock[], bundle: InputBundle): readonly NoteBlock[] {
  const sentences = problem.flatMap((block) => block.sentences);
  return [paragraph(...sentences, ...handOffSentences(bundle, sentences))];
}

function withReasons(
  hypothesis: readonly NoteBlock[],
  reasons: readonly NoteBlock[],
): readonly NoteBlock[] {
  const more = reasons.flatMap(({ sentences }) => sentences);
  const last = hypothesis.at(-1);
  if (last === undefined || more.length === 0) return hypothesis;
  return [...hypothesis.slice(0, -1), paragraph(...last.sentences, ...more)];
}

/** The steps of the record first, then the model's, standard ones only where there are too few. */
function steps(
  local: NoteDocument,
  own: readonly NoteBlock[],
  { active_fix }: InputBundle,
): readonly NoteBlock[] {
  const known = stepsOnRecord(local);
  const standard = (local.sections[4] ?? []).filter((block) => !known.includes(block));
  const title = active_fix?.title.trim().toLowerCase() ?? '';
  // Whether to try the active fix is said by code.
  const more = own.filter(
    ({ sentences }) =>
      title === '' || !sentences.some(({ text }) => text.toLowerCase().includes(title)),
  );
  const all = [...known, ...more];
  const missing = Math.max(0, FEWEST_STEPS - all.length);
  return [...all, ...standard.slice(0, missing)].slice(0, MOST_STEPS);
}

/**
 * The note as far as its answer has come, for the screen only: sections up to the one that is being
 * written. Never throws.
 */
export function partialNote(
  local: NoteDocument,
  parts: readonly AnswerPart[],
  json: string,
  bundle: InputBundle,
): string {
  const answer = readAnswer(parts, readPartial(json));
  const last = parts.findLast(({ name }) => (answer.get(name) ?? []).length > 0);
  if (last === undefined) return '';
  const { markdown } = renderNote(composeNote(local, answer, bundle));
  const headings = [...markdown.matchAll(/^## /gm)].map(({ index }) => index);
  const end = headings[last.section + 1];
  return end === undefined ? markdown : `${markdown.slice(0, end).trimEnd()}\n`;
}

function readPartial(json: string): unknown {
  try {
    return parse(json, Allow.ALL);
  } catch {
    return null;
  }
}
