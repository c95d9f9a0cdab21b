import type { InputBundle } from '../bundle.ts';
import { allFixes } from '../bundle.ts';
import type { NoteBlock, NoteDocument } from '../note-document.ts';

/** A package suggests two to four steps. */
export const MOST_STEPS = 4;

/**
 * What code says of the record, taken from the local draft: in a resolution note what was done with
 * fixes and scripts, in a package what was tried, the hypothesis and the steps that the record names.
 */
export function writtenByCode({ kind, sections }: NoteDocument): readonly NoteBlock[] {
  if (kind === 'resolve') return (sections[3] ?? []).filter(restsOnAction);
  return [...(sections[2] ?? []), ...(sections[3] ?? []), ...stepsOnRecord({ kind, sections })];
}

/** The next steps of the local draft that rest on a row, without its standard ones. */
export function stepsOnRecord({ sections }: NoteDocument): readonly NoteBlock[] {
  return (sections[4] ?? []).filter(({ sentences }) =>
    sentences.some(({ evidence_ids }) => evidence_ids.length > 0),
  );
}

function restsOnAction({ sentences }: NoteBlock): boolean {
  return sentences.some(({ evidence_ids }) =>
    evidence_ids.some((id) => /^(?:fix|script):/.test(id)),
  );
}

/** Blocks by the time of what they tell, what is still open last. */
export function inTimeOrder(
  blocks: readonly NoteBlock[],
  bundle: InputBundle,
): readonly NoteBlock[] {
  const times = new Map<string, number>([
    ...bundle.facts.map((row) => [row.evidence_id, row.created_at] as const),
    ...bundle.scripts.map((row) => [row.evidence_id, row.ran_at ?? Infinity] as const),
    ...allFixes(bundle).map(({ evidence_id, outcome, applied_at }) => {
      const isOpen = outcome === 'pending' || outcome === 'partly' || outcome === 'applied';
      return [evidence_id, isOpen ? Infinity : (applied_at ?? Infinity)] as const;
    }),
  ]);
  const timeOf = ({ sentences }: NoteBlock) =>
    Math.max(
      ...sentences.flatMap((one) => one.evidence_ids.map((id) => times.get(id) ?? -Infinity)),
    );
  return blocks.toSorted((one, other) => {
    const [first, second] = [timeOf(one), timeOf(other)];
    return first === second ? 0 : first - second;
  });
}
