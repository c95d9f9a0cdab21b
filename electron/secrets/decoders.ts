import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { lastUpTo, replacedView, type View } from './view.ts';

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
      /(?:\[char\]|\bchr?w?)[ (]{0,2}(?:(?:0x|&h)(?<hex>[\da-f]{2,4})|(?<decimal>\d{2,5}))[ )]{0,2}/gi,
  },
];

/** What a letter behind a backslash or a backtick stands for. */
const WHITE_SPACE: Readonly<Record<string, string>> = { n: '\n', r: '\n', t: ' ', f: ' ', v: ' ' };

function characterOf({ groups }: RegExpExecArray): string | null {
  if (groups === undefined) return '';
  const { name, letter, octal, decimal, hex, hex4, braced } = groups;
  if (name !== undefined) return decodeNamedCharacterReference(name) || null;
  if (letter !== undefined) return WHITE_SPACE[letter] ?? null;
  const sixteen = hex ?? hex4 ?? braced;
  if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
  if (decimal === undefined && sixteen === undefined) return '';
  const code = decimal === undefined ? Number.parseInt(sixteen ?? '', 16) : Number(decimal);
  return code <= 0x10ffff ? String.fromCodePoint(code) : null;
}

/** UTF-8 whose bytes stand as characters, after decoding bytes or by a program that mistook them. */
const UTF_8 =
  /[\u00c2-\u00df][\u0080-\u00bf]|[\u00e0-\u00ef][\u0080-\u00bf]{2}|[\u00f0-\u00f4][\u0080-\u00bf]{3}/g;

/** With the characters that UTF-8 bytes stand for. */
export function withUtf8(view: View): View {
  const read = ([bytes]: RegExpExecArray) => {
    const character = Buffer.from(bytes, 'latin1').toString('utf8');
    return character.includes('\ufffd') ? null : character;
  };
  return replacedView(view, UTF_8, read) ?? view;
}

/** A way of writing bytes: digits of so many bits each, and what may be between them. */
interface ByteCode {
  /** A run of digits. Bounded, or no two parts of it can start with the same character. */
  readonly run: RegExp;
  readonly bits: 1 | 4 | 5 | 6 | 8;
  /** One digit in a run; 8 bits are a decimal number. What is between two of them says nothing. */
  readonly digit: RegExp;
  readonly value: (digit: string) => number;
  readonly accepts?: (run: string) => boolean;
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

const BYTE_CODES: readonly ByteCode[] = [
  {
    run: /[A-Za-z\d+/_-]{4,}(?:[ \t]?\\?\r?\n[ \t>]{0,8}[A-Za-z\d+/_-]+)*/g,
    bits: 6,
    digit: /[A-Za-z\d+/_-]/g,
    value: (digit) => BASE64.indexOf(digit === '-' ? '+' : digit === '_' ? '/' : digit),
    // Words of prose are in small letters; a text in base64 is not.
    accepts: (run) => run.length >= 6 && /[A-Z]/.test(run),
  },
  {
    run: /[\da-f]{2}(?:[\s:,;-]{0,3}(?:0x)?[\da-f]{2}){3,}[\da-f]?/gi,
    bits: 4,
    digit: /[\da-f](?!x)/gi,
    value: (digit) => Number.parseInt(digit, 16),
  },
  {
    run: /[A-Z2-7]{7,}(?:\r?\n[A-Z2-7]+)*/g,
    bits: 5,
    digit: /[A-Z2-7]/g,
    value: (digit) => BASE32.indexOf(digit),
  },
  {
    run: /[01]{8}(?:[\s,;:_-]{0,2}[01]{8}){3,}/g,
    bits: 1,
    digit: /[01]/g,
    value: Number,
  },
  {
    run: /\b\d{2,3}(?:[\s,;+.]{1,3}\d{2,3}){3,}\b/g,
    bits: 8,
    digit: /\d+/g,
    value: Number,
  },
];

/** A part of some decoded bytes that reads as text. */
interface Chunk {
  readonly digits: readonly RegExpExecArray[];
  readonly bits: number;
  /** Of the run within the view that it was decoded from. */
  readonly at: number;
  /** How many digits were left out before the first byte, for a run may start in the middle of one. */
  readonly shift: number;
  readonly firstByte: number;
  readonly text: string;
}

/** No value reads across it. */
const BETWEEN_CHUNKS = '\u00a7';

/** What a byte code says in a view, where that reads as text of at least so many bytes. */
function decodedView(view: View, code: ByteCode, shortest: number): View | null {
  const chunks: Chunk[] = [];
  for (const { 0: run, index: at } of view.text.matchAll(code.run)) {
    if (code.accepts?.(run) === false) continue;
    const digits = Array.from(run.matchAll(code.digit));
    const values = Uint8Array.from(digits, ([digit]) => code.value(digit));
    const shifts = code.bits === 8 ? 1 : code.bits % 2 === 0 ? 8 / (code.bits === 6 ? 2 : 4) : 8;
    for (let shift = 0; shift < shifts; shift += 1) {
      const bytes = bytesOf(values, shift, code.bits);
      for (const [from, to] of readableParts(bytes, shortest)) {
        const text = bytes.toString('latin1', from, to);
        chunks.push({ digits, bits: code.bits, at, shift, firstByte: from, text });
      }
    }
  }
  if (chunks.length === 0) return null;
  const starts: number[] = [];
  let length = 0;
  for (const { text } of chunks) {
    starts.push(length);
    length += text.length + BETWEEN_CHUNKS.length;
  }
  return {
    text: chunks.map(({ text }) => text).join(BETWEEN_CHUNKS),
    origin(from, to) {
      const index = lastUpTo(starts, from);
      const chunk = chunks[index];
      if (chunk === undefined) return view.origin(0, 0);
      const { digits, bits, at, shift, firstByte } = chunk;
      const byte = firstByte - (starts[index] ?? 0);
      const first = digits[shift + Math.floor(((byte + from) * 8) / bits)];
      const last = digits[shift + Math.ceil(((byte + to) * 8) / bits) - 1] ?? digits.at(-1);
      if (first === undefined || last === undefined) return view.origin(at, at);
      let end = at + last.index + last[0].length;
      while (bits !== 8 && view.text.charAt(end) === '=') end += 1;
      return view.origin(at + first.index, end);
    },
  };
}

function bytesOf(values: Uint8Array, shift: number, bits: number): Buffer {
  const bytes = Buffer.alloc(Math.floor(((values.length - shift) * bits) / 8));
  let held = 0;
  let count = 0;
  let written = 0;
  for (let index = shift; index < values.length; index += 1) {
    held = ((held << bits) | (values[index] ?? 0)) & 0xffff;
    count += bits;
    if (count < 8) continue;
    count -= 8;
    bytes[written] = (held >> count) & 0xff;
    written += 1;
  }
  return bytes;
}

/** Where bytes read as text in ASCII, UTF-8 or UTF-16, terminal sequences included. */
function readableParts(bytes: Buffer, shortest: number): [number, number][] {
  const parts: [number, number][] = [];
  let start = 0;
  for (let at = 0; at <= bytes.length; ) {
    const length = readableAt(bytes, at);
    if (length > 0) {
      at += length;
      continue;
    }
    if (at - start >= shortest) parts.push([start, at]);
    at += 1;
    start = at;
  }
  return parts;
}

/** The number of bytes of the character at an offset, 0 where there is none. */
function readableAt(bytes: Buffer, at: number): number {
  const byte = bytes[at];
  if (byte === undefined) return 0;
  if (byte < 0x80) return byte >= 0x20 || READABLE_CONTROLS.has(byte) ? 1 : 0;
  if (bytes[at + 1] === 0) return 2;
  const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0;
  for (let index = 1; index < length; index += 1) {
    if (((bytes[at + index] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return length;
}

const READABLE_CONTROLS = new Set([0, 7, 8, 9, 10, 13, 27]);

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
  for (let depth = 1; depth <= DEEPEST; depth += 1) {
    const next: View[] = [];
    for (const view of level) {
      for (const decoded of decodings(view, shortest)) {
        characters -= decoded.text.length;
        if (characters < 0) return;
        yield decoded;
        next.push(decoded);
      }
    }
    level = next;
  }
}

function* decodings(view: View, shortest: number): Generator<View> {
  for (const { mark, pattern } of ESCAPES) {
    if (!view.text.includes(mark)) continue;
    const decoded = replacedView(view, pattern, characterOf);
    if (decoded !== null) yield withUtf8(decoded);
  }
  for (const code of BYTE_CODES) {
    const decoded = decodedView(view, code, shortest);
    if (decoded !== null) yield withUtf8(decoded);
  }
}
