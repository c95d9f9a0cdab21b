/** Maps a code point to the one that stands for all that count as the same character. */
export type Fold = (codePoint: number) => number;

/** What mail programs and editors put in place of a typed character. */
const LOOK = new Map<number, number>(
  Object.entries({ '“': '"', '”': '"', '„': '"', '‘': "'", '’': "'", '–': '-', '—': '-', '−': '-' })
    .map(([shown, typed]): [number, number] => [codeOf(shown), codeOf(typed)])
    .concat(['\t', '\n', '\r', '\u00a0', '\u2009', '\u202f'].map((space) => [codeOf(space), 32])),
);

/** Every case is its own; typographic quotation marks, dashes and spaces are the plain ones. */
export const foldLook: Fold = (codePoint) => LOOK.get(codePoint) ?? codePoint;

const lowered = new Map<number, number>();

/** As {@link foldLook}, and upper case is lower case. */
export const foldCase: Fold = (codePoint) => {
  if (codePoint < 128) {
    if (codePoint >= 65 && codePoint <= 90) return codePoint + 32;
    return codePoint < 32 ? foldLook(codePoint) : codePoint;
  }
  const known = lowered.get(codePoint);
  if (known !== undefined) return known;
  const folded = lowerOf(foldLook(codePoint));
  if (lowered.size < 4_096) lowered.set(codePoint, folded);
  return folded;
};

/** The two alphabets of base64 are one; every case is its own. */
export const foldBase64: Fold = (codePoint) => {
  if (codePoint === 45) return 43;
  return codePoint === 95 ? 47 : codePoint;
};

/** Coarser than the other three: what any of them takes for the same, it does too. */
export const foldAny: Fold = (codePoint) => foldCase(foldBase64(foldLook(codePoint)));

/** A letter whose lower case is more than one character (`İ`) stays as it is. */
function lowerOf(codePoint: number): number {
  // By way of upper case, so that `ſ` and `s`, `ς` and `σ` are one letter.
  const upper = single(String.fromCodePoint(codePoint).toUpperCase()) ?? codePoint;
  return single(String.fromCodePoint(upper).toLowerCase()) ?? codePoint;
}

function single(text: string): number | undefined {
  const codePoint = text.codePointAt(0);
  if (codePoint === undefined) return undefined;
  return text.length === (codePoint > 0xffff ? 2 : 1) ? codePoint : undefined;
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}
