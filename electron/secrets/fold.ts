/**
 * Folding: a text with only the characters that distinguish one value from another. They lose their case,
 * their accents and their compatibility forms (full-width, ligatures, superscripts).
 */

/** A text folded. */
export interface Folded {
  readonly text: string;
  /** Of each character of it, where the one that it came from starts in the full text. */
  readonly places: Int32Array;
}

/** Signs that are often put between two characters of a value, and so say nothing about it. */
const SPLITTING = /[\s\p{Cc}\p{Cf}\p{M}.,:;\-_/|·+&\\`^*~"'<>()]/u;

/** Longer compatibility forms are phrases in one character, which no password has. */
const LONGEST_FORM = 4;

/** A character as it was typed: without compatibility form and accents; case stays. May be none, or several. */
export function plainForm(codePoint: number): string {
  if (codePoint < 128) return String.fromCharCode(codePoint);
  const typed = String.fromCodePoint(codePoint).normalize('NFKD').replace(/\p{M}/gu, '');
  // What mail programs and editors put in place of quotation marks and hyphens.
  if (/^[“”„]$/.test(typed)) return '"';
  if (/^[‘’]$/.test(typed)) return "'";
  return /^[‐‑–—−]$/.test(typed) ? '-' : typed.slice(0, LONGEST_FORM);
}

/** No text has more different characters than this that are worth remembering. */
const MOST_FORMS = 10_000;

const forms = new Map<number, string>();

/** What is left of a character. */
function foldedForm(codePoint: number): string {
  let form = forms.get(codePoint);
  if (form === undefined) {
    const characters = Array.from(plainForm(codePoint)).filter((one) => !SPLITTING.test(one));
    form = characters.map(lowerCase).join('');
    if (forms.size < MOST_FORMS) forms.set(codePoint, form);
  }
  return form;
}

/** By way of upper case, so that `ſ` and `s`, `ς` and `σ` are one letter; never longer than before. */
function lowerCase(character: string): string {
  const upper = character.toUpperCase();
  const lower = (upper.length === character.length ? upper : character).toLowerCase();
  return lower.length === character.length ? lower : character;
}

/** What an ASCII character becomes, 0 where it is left out. */
const ASCII = Uint8Array.from({ length: 128 }, (_, code) => foldedForm(code).charCodeAt(0) || 0);

/** Shared by all texts: allocating them takes longer than filling them. */
let codes = new Uint16Array(16_384);
let places = new Int32Array(codes.length);

/** Signs that batch files and others double. */
export const DOUBLED = /[!#$%]/;

/** One sign for several of the same {@link DOUBLED} ones in a row. */
export function fold(text: string): Folded {
  if (text.length * LONGEST_FORM > codes.length) {
    codes = new Uint16Array(text.length * LONGEST_FORM * 2);
    places = new Int32Array(codes.length);
  }
  let length = 0;
  let isLatin = true;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 128) {
      const folded = ASCII[code] ?? 0;
      if (folded === 0) continue;
      if (length > 0 && folded === codes[length - 1] && folded < 38) continue;
      codes[length] = folded;
      places[length] = at;
      length += 1;
      continue;
    }
    const codePoint = text.codePointAt(at) ?? code;
    const form = foldedForm(codePoint);
    for (let unit = 0; unit < form.length; unit += 1) {
      const folded = form.charCodeAt(unit);
      isLatin &&= folded < 256;
      codes[length] = folded;
      places[length] = at;
      length += 1;
    }
    if (codePoint > 0xffff) at += 1;
  }
  const folded = isLatin
    ? Buffer.from(codes.subarray(0, length)).toString('latin1')
    : Buffer.from(codes.buffer, 0, length * 2).toString('utf16le');
  return { text: folded, places: places.slice(0, length) };
}
