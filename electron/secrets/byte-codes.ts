import { BREAK, partAt, type View } from './view.ts';

/** A way of writing bytes: digits of so many bits each, and what may be between them. */
interface ByteCode {
  /** A run of digits. Bounded, or no two parts of it can start with the same character. */
  readonly run: RegExp;
  readonly bits: 1 | 4 | 5 | 6 | 8;
  /** Every digit in the order of its value, in each alphabet; none for decimal numbers, each of which is a byte. */
  readonly digits: readonly string[];
}

const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ALPHANUMERIC = `${CAPITALS}abcdefghijklmnopqrstuvwxyz0123456789`;

const BYTE_CODES: readonly ByteCode[] = [
  {
    run: /[A-Za-z\d+/_-]{4,}(?:[ \t]?\\?\r?\n[ \t>]{0,8}[A-Za-z\d+/_-]+)*/g,
    bits: 6,
    digits: [`${ALPHANUMERIC}+/`, `${ALPHANUMERIC}-_`],
  },
  {
    run: /[\da-f]{2}h?(?:[\s:,;\\-]{0,8}(?:0x)?[\da-f]{2}h?){3,}[\da-f]?/gi,
    bits: 4,
    digits: ['0123456789abcdef', '0123456789ABCDEF'],
  },
  { run: /[A-Z2-7]{7,}(?:\r?\n[A-Z2-7]+)*/g, bits: 5, digits: [`${CAPITALS}234567`] },
  { run: /[01]{8}(?:[\s,;:_-]{0,2}[01]{8}){3,}/g, bits: 1, digits: ['01'] },
  { run: /\b\d{2,3}(?:[\s,;+.]{1,3}\d{2,3}){3,}\b/g, bits: 8, digits: [] },
];

const NO_DIGIT = 255;

/** By the bits of a code: the value of each ASCII character, {@link NO_DIGIT} for all others. */
const VALUES = new Map(
  BYTE_CODES.map(({ bits, digits }) => {
    const values = new Uint8Array(128).fill(NO_DIGIT);
    for (const alphabet of digits)
      for (let value = 0; value < alphabet.length; value += 1)
        values[alphabet.charCodeAt(value)] = value;
    return [bits, values];
  }),
);

/** How many digits of a code there are between two that start on the same bit of a byte. */
const SHIFTS: Record<ByteCode['bits'], number> = { 1: 8, 4: 2, 5: 8, 6: 4, 8: 1 };

/** Text in ASCII, UTF-8 or UTF-16, terminal sequences included, each byte as one character. */
const READABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: terminal sequences have them
  /(?:[\0\x07-\x0a\r\x1b\x20-\x7f]|[\x80-\xff]\0|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})+/g;

/** A part of some decoded bytes that reads as text. */
interface Part {
  readonly text: string;
  readonly firstByte: number;
  /** How many digits were left out before the first byte, for a run may start in the middle of one. */
  readonly shift: number;
}

/** The same in a view of all of them: where it starts there, and where its run does in the view before. */
type Chunk = Part & {
  readonly at: number;
  readonly runAt: number;
  readonly run: string;
  readonly code: ByteCode;
};

/** Reads what the byte codes in a view say, where that is text of at least so many bytes. */
export function createByteReader(shortest: number): (view: View) => View | null {
  // The same words are in every line of a log, and in every view of it.
  const known = new Map(BYTE_CODES.map((code) => [code, new Map<string, readonly Part[]>()]));
  return (view) => {
    const chunks: Chunk[] = [];
    let text = '';
    for (const [code, partsOf] of known) {
      for (const { 0: run, index: runAt } of view.text.matchAll(code.run)) {
        if ((run.length + 2) * code.bits < shortest * 8) continue;
        const parts = partsOf.get(run) ?? readableParts(run, code, shortest);
        partsOf.set(run, parts);
        for (const part of parts) {
          chunks.push({ ...part, at: text.length, runAt, run, code });
          text += part.text + BREAK;
        }
      }
    }
    return chunks.length === 0 ? null : chunksView(view, text, chunks);
  };
}

function readableParts(run: string, code: ByteCode, shortest: number): Part[] {
  // Words of prose are in small letters; a text in base64 is not.
  if (code.bits === 6 && !/[A-Z]/.test(run)) return [];
  const { values } = digitsOf(run, code);
  return Array.from({ length: SHIFTS[code.bits] }, (_, shift) => {
    const parts = Array.from(textOf(values, shift, code).matchAll(READABLE));
    return parts.map(({ 0: text, index }) => ({ text, firstByte: index, shift }));
  })
    .flat()
    .filter(({ text }) => text.length >= shortest);
}

function chunksView(view: View, text: string, chunks: readonly Chunk[]): View {
  return {
    text,
    origin(from, to) {
      const chunk = partAt(chunks, from);
      if (chunk === undefined) return view.origin(0, 0);
      const { at, code, run, runAt, shift, firstByte } = chunk;
      const { places } = digitsOf(run, code);
      const digitAt = (offset: number) => ((firstByte + offset - at) * 8) / code.bits + shift;
      const first = places[Math.floor(digitAt(from))] ?? 0;
      const last = places[Math.min(Math.ceil(digitAt(to)), places.length) - 1] ?? 0;
      const more = code.bits === 8 ? /\d/ : /=/;
      let end = runAt + last + 1;
      while (more.test(view.text.charAt(end))) end += 1;
      return view.origin(runAt + first, end);
    },
  };
}

/** The values of the digits of a run, and where each starts in it. */
function digitsOf(run: string, { bits }: ByteCode) {
  const values: number[] = [];
  const places: number[] = [];
  if (bits === 8) {
    for (const { 0: number, index } of run.matchAll(/\d+/g)) {
      values.push(Number(number));
      places.push(index);
    }
    return { values, places };
  }
  const known = VALUES.get(bits);
  for (let at = 0; at < run.length; at += 1) {
    const code = run.charCodeAt(at);
    const value = known?.[code] ?? NO_DIGIT;
    if (value !== NO_DIGIT) {
      values.push(value);
      places.push(at);
    } else if (bits === 4 && (code | 32) === 120) {
      // The `0` of `0x` is none.
      values.pop();
      places.pop();
    }
  }
  return { values, places };
}

/** The bytes that some digits stand for, from the one at `shift` on, each as one character. */
function textOf(values: readonly number[], shift: number, { bits }: ByteCode): string {
  const bytes = Buffer.allocUnsafe(((values.length - shift) * bits) >> 3);
  let [read, count, written] = [0, 0, 0];
  for (let index = shift; index < values.length; index += 1) {
    read = ((read << bits) | (values[index] ?? 0)) & 0xffff;
    count += bits;
    if (count < 8) continue;
    count -= 8;
    bytes[written] = (read >> count) & 0xff;
    written += 1;
  }
  return bytes.toString('latin1', 0, written);
}
