import type { KnownName } from '../domain/known-name.ts';

/** A place in a text, as offsets in UTF-16 units. */
export interface TextSpan {
  readonly from: number;
  readonly to: number;
}

/**
 * The typed values of a text that a customer must not read: private addresses, paths, accounts and
 * the session's known names, as places in the text in their order.
 */
export function internalValues(text: string, names: readonly KnownName[]): readonly TextSpan[] {
  const shapes =
    /(?<![\d.])(?:10|127|192\.168|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d{1,3}){2,3}(?![\d.]*\d)|\\\\[\w.-]+\\\S+|\b[A-Za-z]:\\\S*/g;
  const places = [...text.matchAll(shapes)].map(({ index, 0: { length } }) => ({
    from: index,
    to: index + length,
  }));
  const folded = text.toLowerCase();
  for (const { name } of names) {
    for (
      let from = folded.indexOf(name.toLowerCase());
      from >= 0;
      from = folded.indexOf(name.toLowerCase(), from + 1)
    ) {
      places.push({ from, to: from + name.length });
    }
  }
  return places.toSorted((one, other) => one.from - other.from);
}
