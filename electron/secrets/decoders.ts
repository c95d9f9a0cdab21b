import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { createByteReader } from './byte-codes.ts';
import { plainForm } from './fold.ts';
import { replacedView, terminalView, type View, viewOf } from './view.ts';

/**
 * Ways of writing single characters, each read by its named groups; what has none is noise. Two sets, each
 * undone in one go: a value in an encoding of one may start with what looks like noise to the other, as
 * `=ab%21cd` and the attributes of an element do.
 */
const ESCAPES = [
  [
    // Addresses, HTML, and JSON, JavaScript, C and shells.
    String.raw`%(?:u(?<hex>[\da-f]{4})|(?<hex>[\da-f]{2}))`,
    String.raw`&(?:#0{0,8}(?<decimal>\d{2,7}|\d(?=;));?|#x0{0,8}(?<hex>[\da-f]{2,6}|[\da-f](?=;));?|(?<name>[a-z][a-z\d]{1,31});)`,
    String.raw`\\(?:(?:u|U0000)(?<hex>[\da-f]{4})|x(?<hex>[\da-f]{2})|[ux]\{0{0,4}(?<hex>[\da-f]{1,6})\}|(?<octal>[0-3][0-7]{2})|(?<itself>[\\/"]))`,
    // RTF and style sheets.
    String.raw`\\(?:'(?<hex>[\da-f]{2})|0{0,4}(?<hex>[\da-f]{2})(?: |(?=\\))|(?<itself>'))`,
    // PowerShell and Basic: [char]80+[char]97, chr(80) & chr(97), Char.ConvertFromUtf32(80).
    String.raw`\x60u\{(?<hex>[\da-f]{1,6})\}`,
    String.raw`(?:\[char\]|\bchr?w?)[ (]{0,2}(?:(?:0x|&h)(?<hex>[\da-f]{2,4})|(?<decimal>\d{2,5}))[ )]{0,2}(?:[+&.,][ \t]{0,3}(?=\[?ch))?`,
    // Full width: folding undoes it in a value, but not in the signs of an encoding.
    String.raw`(?<itself>[\uff01-\uff5e])`,
  ],
  [
    // Quoted-printable.
    String.raw`=(?:(?<hex>[\da-f]{2})|[ \t]*\r?\n)`,
    String.raw`[\\\x60](?<space>[nrtfv])`,
    // XML and HTML around and within a text.
    String.raw`<!\[CDATA\[|\]\]>|<!--|-->|<\/?[a-z][^<>\n]{0,80}>`,
    // Sequences of a terminal that a program or a log shows: ^[[31m, \x1b[31m, \e[0m, and [31m.
    String.raw`(?:\^\[|\\x1b|\\u001b|\\u\{1b\}|\\0?33|\\e|\x60e|␛|<ESC>)\[[0-?]{0,40}[ -/]{0,2}[@-~]|\[\??\d{1,3}(?:;\d{1,3}){0,8}[A-HJKSTfhlmnsu]|\[[Km]`,
  ],
].map((sources) => new RegExp(sources.join('|'), 'gi'));

function characterOf({ groups = {} }: RegExpExecArray): string | null {
  const { name, itself, space, octal, decimal, hex } = groups;
  if (itself !== undefined) return plainForm(itself.codePointAt(0) ?? 0);
  if (name !== undefined) return decodeNamedCharacterReference(name) || null;
  if (space !== undefined) return ' ';
  const digits = octal ?? decimal ?? hex;
  if (digits === undefined) return '';
  const code = Number.parseInt(digits, octal ? 8 : decimal ? 10 : 16);
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
  return replacedView(view, BYTES, read) ?? view;
}

/** How far from an escape a value that it is a part of may start or end, spelled in any way. */
const REACH = 1_000;

/** What a view says with its escapes undone. */
export function unescaped(view: View): View[] {
  return ESCAPES.flatMap((escapes) => {
    const decoded = replacedView(view, escapes, characterOf, REACH);
    return decoded === null ? [] : [withCharacters(decoded)];
  });
}

/** Encodings within each other are undone this often. */
const DEEPEST = 2;

/**
 * Everything that a text can be read as: itself, as a terminal shows it, and what its escapes and encoded
 * parts say, also within each other. `shortest` is the number of characters below which none matters.
 */
export function* viewsOf(text: string, shortest: number): Generator<View> {
  const root = viewOf(text);
  yield root;
  const shown = terminalView(root);
  if (shown !== null) yield shown;
  // Undoing one and then the other often reads the same as the other way around.
  const seen = new Set([text, shown?.text]);
  const readBytes = createByteReader(shortest);
  let level = [shown ?? root];
  for (let depth = 1; depth <= DEEPEST; depth += 1) {
    const decoded = level.flatMap((view) => {
      const bytes = readBytes(view);
      return bytes === null ? unescaped(view) : [...unescaped(view), withCharacters(bytes)];
    });
    level = decoded.filter((view) => !seen.has(view.text) && seen.add(view.text));
    yield* level;
  }
}
