/**
 * What may stand between two characters of a value without making it another one. Answers the
 * offsets at which the next character may stand, given the offset after the last one.
 */
export type Noise = (text: string, at: number) => readonly number[];

/** Bounds the work on texts that are nothing but noise. */
const MOST_STEPS = 16;

/** The next character stands right there. */
export const noNoise: Noise = (_, at) => [at];

/** Markdown, escapes, hidden characters and line breaks, in any number and order, or nothing. */
export const splitNoise: Noise = (text, at) => {
  const places = [at];
  let broken = false;
  for (let place = at; places.length <= MOST_STEPS; ) {
    const length = noiseLength(text, place, broken);
    if (length === 0) break;
    broken ||= isLineBreak(text.charCodeAt(place));
    place += length;
    places.push(place);
  }
  return places;
};

/** A space, full stop, dash or the like: for values that are spelled out, `S 3 c r 3 t`. */
export const spacing: Noise = (text, at) => {
  const places: number[] = [];
  for (let place = at; places.length < 4 && isSeparator(text.charCodeAt(place)); ) {
    place += 1;
    places.push(place);
  }
  return places;
};

/** What stands between the bytes of a hexadecimal dump, or nothing. */
export const hexNoise: Noise = (text, at) => {
  const places = [at];
  for (let place = at; places.length <= MOST_STEPS; ) {
    if (/[\s:,;-]/.test(text.charAt(place))) place += 1;
    else if (/^(?:0x|\\x)/i.test(text.slice(place, place + 2))) place += 2;
    else break;
    places.push(place);
  }
  return places;
};

const HIDDEN = new Set(
  Array.from('\0\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff', (one) => one.charCodeAt(0)),
);
const MARKS = new Set(Array.from('*_~`\\^', (one) => one.charCodeAt(0)));
const SEPARATORS = new Set(Array.from(' \t\n\u00a0.,-_|/·', (one) => one.charCodeAt(0)));

/** Characters that {@link splitNoise} may skip, or that start something it may skip. */
export function startsNoise(code: number): boolean {
  return (
    MARKS.has(code) ||
    HIDDEN.has(code) ||
    code === 10 ||
    code === 13 ||
    code === 38 ||
    code === 60 ||
    code === 61
  );
}

/** Characters of which {@link spacing} skips some. */
export function isSeparator(code: number): boolean {
  return SEPARATORS.has(code);
}

const ENTITY = /^&(?:shy|zwnj|zwj|#8203|#x200b|#173|#xad);/i;
const TAG = /^<\/?[a-z][a-z0-9]{0,9} ?\/?>/i;
/** What a line may start with when a text was wrapped or quoted. */
const INDENT = new Set(Array.from(' \t>', (one) => one.charCodeAt(0)));

function isLineBreak(code: number): boolean {
  return code === 10 || code === 13;
}

function noiseLength(text: string, at: number, broken: boolean): number {
  const code = text.charCodeAt(at);
  if (MARKS.has(code) || HIDDEN.has(code) || isLineBreak(code)) return 1;
  if (broken && INDENT.has(code)) return 1;
  if (code === 61) return isLineBreak(text.charCodeAt(at + 1)) ? 1 : 0;
  if (code === 38) return ENTITY.exec(text.slice(at, at + 32))?.[0].length ?? 0;
  return code === 60 ? (TAG.exec(text.slice(at, at + 32))?.[0].length ?? 0) : 0;
}
