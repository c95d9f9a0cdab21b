import { controlSequences } from '../../shared/text.ts';
import type { Span } from './found-secret.ts';

/** A text that was read out of another one, and where in the first of them each part of it is. */
export interface View {
  readonly text: string;
  /** The part of the first text that stands for this part of the view. */
  origin(from: number, to: number): Span;
  /** Whether a part of it reads otherwise than in the text that this was read out of. */
  isNew(from: number, to: number): boolean;
}

/** No value reads across it: it is between parts of a view that are not next to each other. */
export const BREAK = '\u00a7';

/** The text itself. */
export function viewOf(text: string): View {
  return { text, origin: (from, to) => ({ from, to }), isNew: () => true };
}

/**
 * A view with other words in place of what a pattern matches; null where nothing changes. `read` answers
 * null for a match that stays. With `reach`, only so much is kept around each match: what is further away
 * reads as it did before.
 */
export function replacedView(
  view: View,
  pattern: RegExp,
  read: (match: RegExpExecArray) => string | null,
  reach = Number.POSITIVE_INFINITY,
): View | null {
  const replaced: (Span & { readonly by: string })[] = [];
  for (const match of view.text.matchAll(pattern)) {
    const by = read(match);
    if (by !== null) replaced.push({ from: match.index, to: match.index + match[0].length, by });
  }
  return withReplacements(view, replaced, reach);
}

/**
 * A text without its control sequences, as a terminal shows it; null where it has none. With `loosely`,
 * also without those that lost their escape character or show it in words.
 */
export function terminalView(view: View, loosely = false): View | null {
  const strict = withReplacements(
    view,
    controlSequences(view.text).map((span) => ({ ...span, by: '' })),
  );
  if (!loosely) return strict;
  return replacedView(strict ?? view, SHOWN_SEQUENCE, () => '') ?? strict;
}

/** `^[[31m`, `\x1b[31m`, `\e[0m` as a program or a log shows them, and `[31m`. */
const SHOWN_SEQUENCE =
  /(?:(?:\^\[|\\x1b|\\u001b|\\u\{1b\}|\\0?33|\\e|`e|␛|<ESC>)\[[0-?]{0,40}[ -/]{0,2}[@-~]|\[\??\d{1,3}(?:;\d{1,3}){0,8}[A-HJKSTfhlmnsu]|\[[Km])/gi;

function withReplacements(
  view: View,
  replaced: readonly (Span & { readonly by: string })[],
  reach = Number.POSITIVE_INFINITY,
): View | null {
  if (replaced.length === 0) return null;
  const { text } = view;
  const pieces: string[] = [];
  // Of each piece: where it starts in the new text, and what it was in the old one.
  const starts: number[] = [];
  const sources: (Span & { readonly literal: boolean })[] = [];
  let length = 0;
  const add = (piece: string, from: number, to: number, literal: boolean) => {
    if (piece === '') return;
    pieces.push(piece);
    starts.push(length);
    sources.push({ from, to, literal });
    length += piece.length;
  };
  const keep = (from: number, to: number) => {
    const [head, tail] = [from === 0 ? 0 : from + reach, to === text.length ? to : to - reach];
    if (head >= tail) {
      add(text.slice(from, to), from, to, true);
      return;
    }
    add(text.slice(from, head), from, head, true);
    add(BREAK, head, tail, false);
    add(text.slice(tail, to), tail, to, true);
  };
  let at = 0;
  for (const { from, to, by } of replaced) {
    keep(at, from);
    add(by, from, to, false);
    at = to;
  }
  keep(at, text.length);
  return {
    text: pieces.join(''),
    isNew(from, to) {
      const index = lastUpTo(starts, from);
      return sources[index]?.literal !== true || index !== lastUpTo(starts, to - 1);
    },
    origin(from, to) {
      const [first, last] = [lastUpTo(starts, from), lastUpTo(starts, to - 1)];
      const [head, tail] = [sources[first], sources[last]];
      if (head === undefined || tail === undefined) return view.origin(0, 0);
      return view.origin(
        head.literal ? head.from + from - (starts[first] ?? 0) : head.from,
        tail.literal ? tail.from + to - (starts[last] ?? 0) : tail.to,
      );
    },
  };
}

/** The index of the last number that is not greater than `limit`, in an ascending list. */
export function lastUpTo(ascending: ArrayLike<number>, limit: number): number {
  let [low, high] = [0, ascending.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((ascending[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
