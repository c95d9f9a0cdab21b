import { BREAK, lastUpTo, type View } from './view.ts';

/** A way of writing bytes: digits of so many bits each, and what may be between them. */
interface ByteCode {
  /** A run of digits. Bounded, or no two parts of it can start with the same character. */
  readonly run: RegExp;
  readonly bits: 1 | 4 | 5 | 6 | 8;
  /** Every digit by its value; none for decimal numbers, each of which is a byte. */
  readonly digits: string | null;
  readonly accepts?: (run: string) => boolean;
}

const NO_DIGIT = 255;

/** The ways that are read. */
export const BYTE_CODES: readonly ByteCode[] = [
  {
    run: /[A-Za-z\d+/_-]{4,}(?:[ \t]?\\?\r?\n[ \t>]{0,8}[A-Za-z\d+/_-]+)*/g,
    bits: 6,
    digits: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
    // Words of prose are in small letters; a text in base64 is not.
    accepts: (run) => run.length >= 6 && /[A-Z]/.test(run),
  },
  {
    run: /[\da-f]{2}h?(?:[\s:,;\\-]{0,8}(?:0x)?[\da-f]{2}h?){3,}[\da-f]?/gi,
    bits: 4,
    digits: '0123456789abcdef',
  },
  {
    run: /[A-Z2-7]{7,}(?:\r?\n[A-Z2-7]+)*/g,
    bits: 5,
    digits: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567',
  },
  { run: /[01]{8}(?:[\s,;:_-]{0,2}[01]{8}){3,}/g, bits: 1, digits: '01' },
  { run: /\b\d{2,3}(?:[\s,;+.]{1,3}\d{2,3}){3,}\b/g, bits: 8, digits: null },
];

/** By byte code: the value of each ASCII character, {@link NO_DIGIT} for all others. */
const VALUES = new Map(
  BYTE_CODES.map(({ bits, digits }) => {
    const values = new Uint8Array(128).fill(NO_DIGIT);
    for (const [value, digit] of Array.from(digits ?? '').entries()) {
      values[digit.charCodeAt(0)] = value;
      if (bits === 4) values[digit.toUpperCase().charCodeAt(0)] = value;
    }
    // The other alphabet of base64, for addresses and file names.
    if (bits === 6) {
      values[45] = 62;
      values[95] = 63;
    }
    return [bits, values];
  }),
);

/** A part of some decoded bytes that reads as text. */
interface Chunk {
  readonly run: string;
  /** Of the run within the view that it was decoded from. */
  readonly at: number;
  /** How many digits were left out before the first byte, for a run may start in the middle of one. */
  readonly shift: number;
  readonly firstByte: number;
  readonly text: string;
}

/** What a byte code says in a view, where that reads as text of at least so many bytes. */
export function decodedView(view: View, code: ByteCode, shortest: number): View | null {
  const chunks: Chunk[] = [];
  const { bits } = code;
  // Most runs are words, so that memory for each of them would take longer than reading it.
  let values = new Uint8Array(1_024);
  let bytes = Buffer.alloc(1_024);
  for (const { 0: run, index: at } of view.text.matchAll(code.run)) {
    if (code.accepts?.(run) === false || run.length * bits < shortest * 8 - bits * 2) continue;
    if (!view.isNew(at, at + run.length)) continue;
    if (run.length > values.length) {
      values = new Uint8Array(run.length * 2);
      bytes = Buffer.alloc(run.length * 2);
    }
    const digits = readDigits(run, bits, values, null);
    for (let shift = 0; shift < SHIFTS[bits]; shift += 1) {
      const length = readBytes(values, shift, digits, bits, bytes);
      for (const [from, to] of readableParts(bytes, length, shortest)) {
        chunks.push({ run, at, shift, firstByte: from, text: bytes.toString('latin1', from, to) });
      }
    }
  }
  if (chunks.length === 0) return null;
  const starts: number[] = [];
  let length = 0;
  for (const { text } of chunks) {
    starts.push(length);
    length += text.length + BREAK.length;
  }
  return {
    text: chunks.map(({ text }) => text).join(BREAK),
    isNew: () => true,
    origin(from, to) {
      const index = lastUpTo(starts, from);
      const chunk = chunks[index];
      if (chunk === undefined) return view.origin(0, 0);
      const { run, at, shift, firstByte } = chunk;
      const places = new Int32Array(run.length);
      const digits = readDigits(run, bits, new Uint8Array(run.length), places);
      const byte = firstByte - (starts[index] ?? 0);
      const first = shift + Math.floor(((byte + from) * 8) / bits);
      const last = Math.min(shift + Math.ceil(((byte + to) * 8) / bits), digits) - 1;
      const more = bits === 8 ? /\d/ : /=/;
      let end = at + (places[last] ?? 0) + 1;
      while (more.test(view.text.charAt(end))) end += 1;
      return view.origin(at + (places[first] ?? 0), end);
    },
  };
}

/** How many digits of a code there are between two that start on the same bit of a byte. */
const SHIFTS: Record<ByteCode['bits'], number> = { 1: 8, 4: 2, 5: 8, 6: 4, 8: 1 };

/** Writes the values of the digits of a run, and where each starts in it; answers how many there are. */
function readDigits(
  run: string,
  bits: ByteCode['bits'],
  values: Uint8Array,
  places: Int32Array | null,
): number {
  let length = 0;
  if (bits === 8) {
    for (const { 0: number, index } of run.matchAll(/\d+/g)) {
      values[length] = Number(number);
      if (places !== null) places[length] = index;
      length += 1;
    }
    return length;
  }
  const known = VALUES.get(bits);
  for (let at = 0; at < run.length; at += 1) {
    const code = run.charCodeAt(at);
    const value = known?.[code] ?? NO_DIGIT;
    // The `0` of `0x` is none.
    if (bits === 4 && (code | 32) === 120) length -= 1;
    if (value === NO_DIGIT) continue;
    values[length] = value;
    if (places !== null) places[length] = at;
    length += 1;
  }
  return length;
}

/** Writes the bytes that some digits stand for, from the one at `shift` on; answers how many there are. */
function readBytes(
  values: Uint8Array,
  shift: number,
  digits: number,
  bits: number,
  bytes: Buffer,
): number {
  let held = 0;
  let count = 0;
  let written = 0;
  for (let index = shift; index < digits; index += 1) {
    held = ((held << bits) | (values[index] ?? 0)) & 0xffff;
    count += bits;
    if (count < 8) continue;
    count -= 8;
    bytes[written] = (held >> count) & 0xff;
    written += 1;
  }
  return written;
}

/** Where bytes read as text in ASCII, UTF-8 or UTF-16, terminal sequences included. */
function readableParts(bytes: Buffer, length: number, shortest: number): [number, number][] {
  const parts: [number, number][] = [];
  let start = 0;
  for (let at = 0; at <= length; ) {
    const width = readableAt(bytes, at);
    if (width > 0 && at + width <= length) {
      at += width;
      continue;
    }
    const end = Math.min(at, length);
    if (end - start >= shortest) parts.push([start, end]);
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
