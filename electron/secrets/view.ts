import { controlSequences } from '../../shared/text.ts';
import type { Span } from './found-secret.ts';

/** A text that was read out of another one, and where in the first of them each part of it is. */
export interface View {
  readonly text: string;
  /** The part of the first text that stands for this part of the view. */
  origin(from: number, to: number): Span;
}

/** No value reads across it: it is between parts of a view that are not next to each other. */
export const BREAK = '\u00a7';

/** The text itself. */
export function viewOf(text: string): View {
  return { text, origin: (from, to) => ({ from, to }) };
}

/** A text without its control sequences, as a terminal shows it; null where it has none. */
export function terminalView(view: View): View | null {
  return withReplacements(
    view,
    controlSequences(view.text).map((span) => ({ ...span, by: '' })),
  );
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
  const replaced: Replacement[] = [];
  for (const match of view.text.matchAll(pattern)) {
    const by = read(match);
    if (by !== null) replaced.push({ from: match.index, to: match.index + match[0].length, by });
  }
  return withReplacements(view, replaced, reach);
}

type Replacement = Span & { readonly by: string };

function withReplacements(
  view: View,
  replaced: readonly Replacement[],
  reach = Number.POSITIVE_INFINITY,
): View | null {
  if (replaced.length === 0) return null;
  const parts: (Span & { readonly at: number; readonly isSame: boolean })[] = [];
  let text = '';
  const add = (from: number, to: number, by?: string) => {
    const piece = by ?? view.text.slice(from, to);
    if (piece === '') return;
    parts.push({ at: text.length, from, to, isSame: by === undefined });
    text += piece;
  };
  const { length } = view.text;
  for (let index = 0; index <= replaced.length; index += 1) {
    const from = replaced[index - 1]?.to ?? 0;
    const next = replaced[index] ?? { from: length, to: length, by: '' };
    const head = index === 0 ? 0 : from + reach;
    const tail = index === replaced.length ? length : next.from - reach;
    if (head < tail) {
      add(from, head);
      add(head, tail, BREAK);
      add(tail, next.from);
    } else add(from, next.from);
    add(next.from, next.to, next.by);
  }
  return {
    text,
    origin(from, to) {
      const [first, last] = [partAt(parts, from), partAt(parts, to - 1)];
      if (first === undefined || last === undefined) return view.origin(0, 0);
      return view.origin(
        first.isSame ? first.from + from - first.at : first.from,
        last.isSame ? last.from + to - last.at : last.to,
      );
    },
  };
}

/** The last part that starts at or before an offset; they are in order. */
export function partAt<Part extends { readonly at: number }>(
  parts: readonly Part[],
  offset: number,
): Part | undefined {
  let [low, high] = [0, parts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((parts[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return parts[low];
}
