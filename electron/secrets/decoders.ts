import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { BYTE_CODES, decodedView } from './byte-codes.ts';
import { plainForm } from './fold.ts';
import { replacedView, type View } from './view.ts';

/** A way of writing single characters. Each match is read by its named groups; one without any is noise. */
interface Escape {
  /** No match without it, so that most texts are passed over. */
  readonly mark: string;
  readonly pattern: RegExp;
}

const ESCAPES: readonly Escape[] = [
  { mark: '%', pattern: /%(?:u(?<hex4>[\da-f]{4})|(?<hex>[\da-f]{2}))/gi },
  {
    mark: '&',
    pattern:
      /&(?:#0{0,8}(?<decimal>\d{2,7}|\d(?=;));?|#x0{0,8}(?<hex>[\da-f]{2,6}|[\da-f](?=;));?|(?<name>[a-z][a-z\d]{1,31});)/gi,
  },
  // JSON, JavaScript, C, shells. A backslash before any other character is noise between two characters.
  {
    mark: '\\',
    pattern:
      /\\(?:(?:u|U0000)(?<hex4>[\da-fA-F]{4})|[xX](?<hex>[\da-fA-F]{2})|[ux]\{0{0,4}(?<braced>[\da-fA-F]{1,6})\}|(?<octal>[0-3][0-7]{2})|(?<letter>[nrtfv]))/g,
  },
  // Style sheets and RTF.
  { mark: '\\', pattern: /\\(?:'(?<hex>[\da-f]{2})|0{0,4}(?<braced>[\da-f]{2}) ?)/gi },
  { mark: '\\', pattern: /\\(?<itself>[\\/"'])/g },
  // Quoted-printable.
  { mark: '=', pattern: /=(?:(?<hex>[\da-f]{2})|[ \t]*\r?\n)/gi },
  // PowerShell.
  { mark: '`', pattern: /`(?:u\{(?<braced>[\da-fA-F]{1,6})\}|(?<letter>[nrtfv]))/g },
  // XML and HTML around and within a text.
  { mark: '<', pattern: /<!\[CDATA\[|\]\]>|<!--|-->|<\/?[a-z][^<>\n]{0,80}>/gi },
  // `[char]80+[char]97`, `chr(80) & chr(97)`, `Char.ConvertFromUtf32(80)`; the rest between two is noise.
  {
    mark: 'h',
    pattern:
      /(?:\[char\]|\bchr?w?)[ (]{0,2}(?:(?:0x|&h)(?<hex>[\da-f]{2,4})|(?<decimal>\d{2,5}))[ )]{0,2}(?:[+&.,][ \t]{0,3}(?=\[?ch))?/gi,
  },
  // Full width: folding undoes it in a value, but not in the signs of an encoding.
  { mark: '', pattern: /(?<itself>[\uff01-\uff5e])/g },
];

/** All of them, for a value of which each character is written in another way. */
const ANY_ESCAPE = new RegExp(ESCAPES.map(({ pattern }) => pattern.source).join('|'), 'gi');

/** What a letter behind a backslash or a backtick stands for. */
const WHITE_SPACE: Readonly<Record<string, string>> = { n: '\n', r: '\n', t: ' ', f: ' ', v: ' ' };

function characterOf({ groups }: RegExpExecArray): string | null {
  if (groups === undefined) return '';
  const { name, itself, letter, octal, decimal, hex, hex4, braced } = groups;
  if (itself !== undefined) return plainForm(itself.codePointAt(0) ?? 0);
  if (name !== undefined) return decodeNamedCharacterReference(name) || null;
  if (letter !== undefined) return WHITE_SPACE[letter] ?? null;
  const sixteen = hex ?? hex4 ?? braced;
  if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
  if (decimal === undefined && sixteen === undefined) return '';
  const code = decimal === undefined ? Number.parseInt(sixteen ?? '', 16) : Number(decimal);
  return code <= 0x10ffff ? String.fromCodePoint(code) : null;
}

/** Bytes of UTF-8 and UTF-16 as characters, after decoding or from a program that mistook them. */
const BYTES =
  /\0|[\u00c2-\u00df][\u0080-\u00bf]|[\u00e0-\u00ef][\u0080-\u00bf]{2}|[\u00f0-\u00f4][\u0080-\u00bf]{3}/g;

/** With the characters that such bytes stand for. */
function withCharacters(view: View): View {
  const read = ([bytes]: RegExpExecArray) => {
    if (bytes === '\0') return '';
    const character = Buffer.from(bytes, 'latin1').toString('utf8');
    return character.includes('\ufffd') ? null : character;
  };
  const decoded = replacedView(view, BYTES, read);
  return decoded === null ? view : { ...decoded, isNew: () => true };
}

/** How far from an escape a value that it is a part of may start or end, spelled in any way. */
const REACH = 1_000;

/** Encodings within each other are undone this often. */
const DEEPEST = 2;

/**
 * Characters that all views of a text may have together: so many for each of its own, and some more.
 * Ordinary texts need a fraction; one that is nothing but encodings is read as far as this goes.
 */
const VIEW_COST = { for_each: 8, at_least: 100_000 };

/**
 * Everything that a text can be read as: itself, as a terminal shows it, and what its escapes and encoded
 * parts say, also within each other. `shortest` is the number of characters below which none matters.
 */
export function* viewsOf(root: View, terminal: View | null, shortest: number): Generator<View> {
  let characters = root.text.length * VIEW_COST.for_each + VIEW_COST.at_least;
  let level = terminal === null ? [root] : [root, terminal];
  yield* level;
  // Undoing one and then the other often reads the same as the other way around.
  const seen = new Set(level.map(({ text }) => text));
  for (let depth = 1; depth <= DEEPEST; depth += 1) {
    const next: View[] = [];
    for (const view of level) {
      for (const decoded of decodings(view, shortest, depth === 1)) {
        if (seen.has(decoded.text)) continue;
        seen.add(decoded.text);
        characters -= decoded.text.length;
        if (characters < 0) return;
        yield decoded;
        next.push(decoded);
      }
    }
    level = next;
  }
}

function* decodings(view: View, shortest: number, mixed: boolean): Generator<View> {
  let families = 0;
  for (const { mark, pattern } of ESCAPES) {
    if (!view.text.includes(mark)) continue;
    const decoded = replacedView(view, pattern, characterOf, REACH);
    if (decoded === null) continue;
    families += 1;
    yield withCharacters(decoded);
  }
  if (mixed && families > 1) {
    const decoded = replacedView(view, ANY_ESCAPE, characterOf, REACH);
    if (decoded !== null) yield withCharacters(decoded);
  }
  for (const code of BYTE_CODES) {
    const decoded = decodedView(view, code, shortest);
    if (decoded !== null) yield withCharacters(decoded);
  }
}
