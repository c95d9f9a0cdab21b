import { type Fold, foldBase64, foldCase, foldLook } from './folding.ts';
import { hexNoise, type Noise, noNoise, spacing, splitNoise } from './noise.ts';

/** One form in which a known value may stand in a text. */
export interface Needle {
  /** Code points, folded by `fold`; never empty. */
  readonly units: readonly number[];
  readonly fold: Fold;
  /** Where the next character may stand: some forms may be split up. */
  readonly noises: readonly Noise[];
  /** No letter or digit may touch it: the value is too short or too common to be told from a part of a word. */
  readonly whole: boolean;
  /** For base64: whether the character before and the one after still hold bits of the value. */
  readonly edges: { readonly before: boolean; readonly after: boolean } | null;
}

/** Shorter values are in every text, so that finding them would say nothing. */
export const SHORTEST_VALUE = 4;

/** From this length on a value is told from a part of a word, in any case. */
const FREE_STANDING = 6;

const COMMON =
  /^(?:printer|internet|computer|network|backup|service|support|customer|company|email|pass(?:word|wort|code|phrase)?|kennwort|contrase(?:ñ|n)a|secret|admin(?:istrator)?|root|user(?:name)?|guest|default|true|false|null|none|enabled?|disabled?|changeme|welcome|letmein|qwerty|login|test(?:ing)?|temp(?:orary)?|unknown|windows|office|outlook|microsoft|system|server|public|private|community)$/i;

/**
 * All forms in which a value is searched for; none for one that is too short, or an everyday word: taken
 * out of every text it would make them unreadable, for good, and guard nothing.
 */
export function needlesFor(value: string): Needle[] {
  const plain = value.trim();
  if (Array.from(plain).length < SHORTEST_VALUE || COMMON.test(plain)) return [];
  const spellings = [...new Set([plain, plain.normalize('NFC'), plain.normalize('NFD')])];
  if (Array.from(plain).length < FREE_STANDING) {
    return [
      ...spellings.map((text) => needle(text, foldLook, [noNoise], true)),
      ...base64Needles(plain, true),
      ...hexNeedles(plain),
    ];
  }
  const free = [splitNoise, spacing];
  return [
    ...spellings.map((text) => needle(text, foldCase, free, false)),
    needle(Array.from(plain).reverse().join(''), foldCase, free, false),
    ...base64Needles(plain, false),
    ...hexNeedles(plain),
  ];
}

function needle(
  text: string,
  fold: Fold,
  noises: readonly Noise[],
  whole: boolean,
  edges: Needle['edges'] = null,
): Needle {
  const units = Array.from(text, (character) => fold(character.codePointAt(0) ?? 0));
  return { units, fold, noises, whole, edges };
}

function hexNeedles(value: string): Needle[] {
  return (['utf8', 'utf16le'] as const).map((encoding) =>
    needle(Buffer.from(value, encoding).toString('hex'), foldCase, [hexNoise], false),
  );
}

/** Fewer characters of base64 than this could be a word. */
const SHORTEST_BASE64 = 6;

/**
 * The characters of base64 that depend on the value alone, wherever it starts in the encoded text:
 * that text is cut into groups of three bytes, so there are three ways.
 */
function base64Needles(value: string, whole: boolean): Needle[] {
  return (['utf8', 'utf16le'] as const).flatMap((encoding) => {
    const bytes = Buffer.from(value, encoding);
    return [0, 1, 2].flatMap((shift): Needle[] => {
      const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
      const from = Math.ceil((shift * 8) / 6);
      const bits = (shift + bytes.length) * 8;
      const to = Math.floor(bits / 6);
      if (to - from < SHORTEST_BASE64 && (whole || shift > 0)) return [];
      const edges = { before: (shift * 8) % 6 !== 0, after: bits % 6 !== 0 };
      return [needle(text.slice(from, to), foldBase64, [splitNoise], false, edges)];
    });
  });
}
