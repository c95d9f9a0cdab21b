import { diffArrays, diffWordsWithSpace } from 'diff';

/** A stretch of a line, and whether only one of the two texts has it. */
export interface DiffPart {
  readonly text: string;
  readonly change: 'same' | 'removed' | 'added';
}

/** One line of the comparison; a `changed` line holds both wordings. */
export interface DiffRow {
  readonly type: 'same' | 'removed' | 'added' | 'changed';
  readonly parts: readonly DiffPart[];
}

/** Below this share of common words, two lines read better one under the other than woven together. */
const WOVEN_FROM = 0.4;

/** Compares two notes line by line, and word by word where a line was reworded. */
export function compareNotes(before: string, after: string): readonly DiffRow[] {
  const rows: DiffRow[] = [];
  let removed: readonly string[] = [];
  for (const change of diffArrays(before.split('\n'), after.split('\n'))) {
    if (change.removed) {
      removed = change.value;
      continue;
    }
    if (change.added) {
      rows.push(...pairLines(removed, change.value));
    } else {
      rows.push(...removed.map((line) => wholeRow('removed', line)));
      rows.push(...change.value.map((line) => wholeRow('same', line)));
    }
    removed = [];
  }
  rows.push(...removed.map((line) => wholeRow('removed', line)));
  return rows;
}

/** True where the two notes read the same. */
export function sameNote(rows: readonly DiffRow[]): boolean {
  return rows.every(({ type }) => type === 'same');
}

function pairLines(removed: readonly string[], added: readonly string[]): DiffRow[] {
  const rows: DiffRow[] = [];
  const leftRemoved = [...removed];
  for (const line of added) {
    const partner = leftRemoved.findIndex((candidate) => isReworded(candidate, line));
    if (partner === -1) {
      rows.push(wholeRow('added', line));
      continue;
    }
    // Lines before the partner were taken out; they keep their place in the text.
    for (const gone of leftRemoved.splice(0, partner)) rows.push(wholeRow('removed', gone));
    const [before] = leftRemoved.splice(0, 1);
    rows.push({ type: 'changed', parts: wordParts(before ?? '', line) });
  }
  return [...rows, ...leftRemoved.map((line) => wholeRow('removed', line))];
}

function isReworded(before: string, after: string): boolean {
  const shared = wordParts(before, after)
    .filter(({ change, text }) => change === 'same' && text.trim() !== '')
    .reduce((length, { text }) => length + text.trim().length, 0);
  return shared >= WOVEN_FROM * Math.max(before.trim().length, after.trim().length, 1);
}

function wordParts(before: string, after: string): DiffPart[] {
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    text: value,
    change: added ? 'added' : removed ? 'removed' : 'same',
  }));
}

function wholeRow(type: 'same' | 'removed' | 'added', text: string): DiffRow {
  return { type, parts: [{ text, change: type }] };
}
