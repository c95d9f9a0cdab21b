import { diffArrays, diffWordsWithSpace } from 'diff';
import { MOST_AT_ONCE, markupCost } from '../../shared/text-cost.ts';

/** A stretch of a line, and whether only one of the two texts has it. */
export interface DiffPart {
  readonly text: string;
  readonly change: 'same' | 'removed' | 'added';
}

/** One line of the comparison; a `changed` line has both wordings. */
export interface DiffRow {
  readonly type: 'same' | 'removed' | 'added' | 'changed';
  readonly parts: readonly DiffPart[];
}

/** Below this share of common words, two lines read better one under the other than woven together. */
const WOVEN_FROM = 0.4;

/*
 * Finding the difference takes the square of its size. Beyond these limits lines are shown whole, one
 * text after the other.
 */
const MOST_CHANGED_LINES = 1_000;
const MOST_CHANGED_WORDS = 200;
const LONGEST_WOVEN_LINE = 4_000;
const MOST_WOVEN_PAIRS = 300;

/**
 * Compares two notes line by line, and word by word where a line was reworded. Null where a text is
 * too costly to draw line by line.
 */
export function compareNotes(before: string, after: string): readonly DiffRow[] | null {
  if (Math.max(markupCost(before), markupCost(after)) > MOST_AT_ONCE) return null;
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  const changes = diffArrays(old, fresh, { maxEditLength: MOST_CHANGED_LINES });
  if (changes === undefined) {
    return [...wholeRows('removed', old), ...wholeRows('added', fresh)];
  }
  const pairs = { left: MOST_WOVEN_PAIRS };
  const rows: DiffRow[] = [];
  let removed: readonly string[] = [];
  for (const change of changes) {
    if (change.removed) {
      removed = change.value;
      continue;
    }
    if (change.added) {
      rows.push(...pairLines(removed, change.value, pairs));
    } else {
      rows.push(...wholeRows('removed', removed), ...wholeRows('same', change.value));
    }
    removed = [];
  }
  return [...rows, ...wholeRows('removed', removed)];
}

/** True where the two notes read the same. */
export function sameNote(rows: readonly DiffRow[]): boolean {
  return rows.every(({ type }) => type === 'same');
}

function pairLines(
  removed: readonly string[],
  added: readonly string[],
  pairs: { left: number },
): readonly DiffRow[] {
  const rows: DiffRow[] = [];
  let gone = 0;
  for (const line of added) {
    let row: DiffRow = wholeRow('added', line);
    for (let at = gone; at < removed.length && pairs.left > 0; at += 1) {
      pairs.left -= 1;
      const parts = wovenParts(removed[at] ?? '', line);
      if (parts === null) continue;
      // Lines before the partner were taken out; they keep their place in the text.
      rows.push(...wholeRows('removed', removed.slice(gone, at)));
      gone = at + 1;
      row = { type: 'changed', parts };
      break;
    }
    rows.push(row);
  }
  return [...rows, ...wholeRows('removed', removed.slice(gone))];
}

/** Two lines woven together word by word; null where they have too little in common for it. */
function wovenParts(before: string, after: string): readonly DiffPart[] | null {
  const longest = Math.max(before.trim().length, after.trim().length, 1);
  if (longest > LONGEST_WOVEN_LINE) return null;
  const changes = diffWordsWithSpace(before, after, { maxEditLength: MOST_CHANGED_WORDS });
  const parts = (changes ?? []).map(
    ({ value, added, removed }): DiffPart => ({
      text: value,
      change: added ? 'added' : removed ? 'removed' : 'same',
    }),
  );
  const shared = parts
    .filter(({ change }) => change === 'same')
    .reduce((length, { text }) => length + text.trim().length, 0);
  return shared >= WOVEN_FROM * longest ? parts : null;
}

function wholeRows(type: 'same' | 'removed' | 'added', lines: readonly string[]): DiffRow[] {
  return lines.map((line) => wholeRow(type, line));
}

function wholeRow(type: 'same' | 'removed' | 'added', text: string): DiffRow {
  return { type, parts: [{ text, change: type }] };
}
