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
  return (sections[4] ?? []).filter((block) => rowsOf(block).length > 0);
}

/** Whether a block says what was done: it rests on a fix or a script. */
export function restsOnAction(block: NoteBlock): boolean {
  return rowsOf(block).some((id) => /^(?:fix|script):/.test(id));
}

/** The rows that a block rests on. */
export function rowsOf({ sentences }: NoteBlock): readonly string[] {
  return sentences.flatMap(({ evidence_ids }) => evidence_ids);
}

/**
 * The draft's blocks in their order, each in the model's words where there are some for all of its
 * rows. So no row is lost that the model leaves out, and none is said twice.
 */
export function reworded(
  draft: readonly NoteBlock[],
  own: readonly NoteBlock[],
): readonly NoteBlock[] {
  if (own.length === 0) return draft;
  const left = new Set(own);
  const said = new Set(own.flatMap(rowsOf));
  const blocks = draft.flatMap((block): readonly NoteBlock[] => {
    if (block.sentences.every(({ fixed }) => fixed)) return [];
    if (restsOnAction(block)) return [block];
    const rows = new Set(rowsOf(block));
    const words = own.filter((one) => rowsOf(one).some((id) => rows.has(id)));
    if ([...rows].every((id) => said.has(id))) return words.filter((one) => left.delete(one));
    // Words for a part of a block would say that part twice.
    for (const one of words) if (rowsOf(one).every((id) => rows.has(id))) left.delete(one);
    return [block];
  });
  return [...blocks, ...left];
}
