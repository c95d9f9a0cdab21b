import { foldAny } from './folding.ts';
import type { Needle } from './needles.ts';
import { isSeparator, type Noise, noNoise, spacing, startsNoise } from './noise.ts';
import { readingsAt, startsEscape } from './spellings.ts';

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Needles that may start with the same character, and what may follow it. */
interface Bucket {
  readonly needles: readonly Needle[];
  /** By ASCII character: whether one of the needles may go on with it. */
  readonly follows: Uint8Array;
}

/** Needles by the first character that they may start with, so that most of a text is passed over. */
export interface NeedleIndex {
  readonly buckets: ReadonlyMap<number, Bucket>;
  /** The bucket of each ASCII character. */
  readonly ascii: readonly (Bucket | undefined)[];
  /** By a pair of ASCII characters: whether a needle may start with the two. Most of a text stops here. */
  readonly pairs: Uint8Array;
}

export function indexNeedles(needles: readonly Needle[]): NeedleIndex {
  const byFirst = new Map<number, Needle[]>();
  for (const needle of needles) {
    const key = foldAny(needle.units[0] ?? 0);
    const bucket = byFirst.get(key);
    if (bucket === undefined) byFirst.set(key, [needle]);
    else bucket.push(needle);
  }
  const buckets = new Map(
    Array.from(byFirst, ([key, bucket]): [number, Bucket] => [
      key,
      { needles: bucket, follows: followsOf(bucket) },
    ]),
  );
  const ascii = Array.from({ length: ASCII }, (_, code) => buckets.get(foldAny(code)));
  const pairs = Uint8Array.from({ length: ASCII * ASCII }, (_, pair) => {
    const [first, second] = [Math.floor(pair / ASCII), pair % ASCII];
    return startsEscape(first) || ascii[first]?.follows[second] ? 1 : 0;
  });
  return { buckets, ascii, pairs };
}

const ASCII = 128;
const SPACE = 32;

/** A space goes on only a value that is spelled out, which the character behind it decides. */
const SPELLED_OUT = 2;

function followsOf(needles: readonly Needle[]): Uint8Array {
  const seconds = new Set(needles.map(({ units }) => foldAny(units[1] ?? 0)));
  return Uint8Array.from({ length: ASCII }, (_, code) => {
    if (seconds.has(foldAny(code))) return 1;
    if (code === SPACE) return SPELLED_OUT;
    return isPlain(code) ? 0 : 1;
  });
}

function mayFollow(follows: Uint8Array, text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code >= ASCII) return true;
  const answer = follows[code];
  if (answer !== SPELLED_OUT) return answer !== 0;
  const behind = text.charCodeAt(at + 1);
  return behind >= ASCII || follows[behind] !== 0;
}

/**
 * Steps allowed to each needle for each character of a text. Ordinary ones need far less than one; only
 * a value that is one long repetition, in a text that is one too, needs more, and is then given up. The
 * others are searched for all the same.
 */
const STEPS_A_CHARACTER = 16;

/** How far the search for one needle is. */
interface Progress {
  /** Where its last match ended. */
  free: number;
  steps: number;
}

/**
 * A text that was just put together is a chain of its parts within V8, which reads it by the character
 * at half the speed. Copied as it is, lone surrogates included.
 */
function inOnePiece(text: string): string {
  return text.length < LONG ? text : Buffer.from(text, 'utf16le').toString('utf16le');
}

const LONG = 2_000;

/** Every place where a needle stands, in order of their starts; they may overlap. */
export function searchNeedles(chain: string, index: NeedleIndex): Span[] {
  const text = inOnePiece(chain);
  const found: Span[] = [];
  const all = new Map<Needle, Progress>();
  const tryAll = (bucket: Bucket | undefined, at: number) => {
    for (const needle of bucket?.needles ?? []) {
      const progress = progressOf(all, needle, text);
      if (progress.free > at || progress.steps <= 0) continue;
      const to = longestMatch(text, at, needle, progress);
      if (to < 0) continue;
      progress.free = to;
      found.push(withEdges(text, { from: at, to }, needle));
    }
  };
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const second = text.charCodeAt(at + 1);
    if (code < ASCII && second < ASCII && index.pairs[code * ASCII + second] === 0) continue;
    if (code < ASCII) {
      const bucket = index.ascii[code];
      if (bucket !== undefined && mayFollow(bucket.follows, text, at + 1)) tryAll(bucket, at);
    } else {
      tryAll(index.buckets.get(foldAny(text.codePointAt(at) ?? code)), at);
    }
    if (!startsEscape(code)) continue;
    const keys = new Set(readingsAt(text, at).map((reading) => foldAny(reading.code)));
    // A bucket that the character itself leads to may have been passed over for what follows it.
    for (const key of keys) tryAll(index.buckets.get(key), at);
  }
  return found;
}

function progressOf(all: Map<Needle, Progress>, needle: Needle, text: string): Progress {
  const known = all.get(needle);
  if (known !== undefined) return known;
  const progress = { free: 0, steps: (text.length + 1_024) * STEPS_A_CHARACTER };
  all.set(needle, progress);
  return progress;
}

/** The end of the longest match that starts at an offset, or -1. */
function longestMatch(text: string, at: number, needle: Needle, progress: Progress): number {
  let longest = -1;
  for (const noise of needle.noises) {
    const to = matchEnd(text, at, needle, noise, progress);
    if (to > longest && (!needle.whole || standsAlone(text, at, to))) longest = to;
  }
  return longest;
}

/**
 * Reads a text against a needle. What stands in it can often be read in more ways than one (`""` is
 * two characters or one), so all offsets that can be reached are followed, each once.
 */
function matchEnd(
  text: string,
  at: number,
  { units, fold }: Needle,
  noise: Noise,
  progress: Progress,
): number {
  let reached = [at];
  for (let index = 0; index < units.length; index += 1) {
    const unit = units[index];
    const next: number[] = [];
    for (const place of reached) {
      progress.steps -= 1;
      if (progress.steps < 0) return -1;
      const code = text.charCodeAt(place);
      if (noise === spacing ? index > 0 && !isSeparator(code) : false) continue;
      const between = index === 0 ? noNoise : noise;
      if (between === noNoise || (noise !== spacing && !startsNoise(code) && isPlain(code))) {
        read(text, place, fold, unit, next);
      } else {
        const starts = between(text, place);
        progress.steps -= starts.length;
        for (const start of starts) read(text, start, fold, unit, next);
      }
    }
    if (next.length === 0) return -1;
    reached = next;
  }
  return Math.max(...reached);
}

/** Letters and digits: they are no noise. Not the zero, which starts the `0x` between bytes. */
function isPlain(code: number): boolean {
  return (code > 64 && code < 91) || (code > 96 && code < 123) || (code > 48 && code < 58);
}

function read(
  text: string,
  at: number,
  fold: Needle['fold'],
  unit: number | undefined,
  next: number[],
): void {
  const code = text.codePointAt(at);
  if (code === undefined) return;
  if (fold(code) === unit) add(next, at + (code > 0xffff ? 2 : 1));
  if (!startsEscape(code)) return;
  for (const reading of readingsAt(text, at)) {
    if (fold(reading.code) === unit) add(next, reading.end);
  }
}

function add(places: number[], place: number): void {
  if (!places.includes(place)) places.push(place);
}

const WORD = /[\p{L}\p{N}]/u;

function standsAlone(text: string, from: number, to: number): boolean {
  return !WORD.test(text.charAt(from - 1)) && !WORD.test(text.charAt(to));
}

const BASE64 = /[A-Za-z0-9+/_-]/;

/** With the characters of base64 that still hold a part of the value, and the padding. */
function withEdges(text: string, { from, to }: Span, { edges }: Needle): Span {
  if (edges === null) return { from, to };
  const start = edges.before && BASE64.test(text.charAt(from - 1)) ? from - 1 : from;
  let end = edges.after && BASE64.test(text.charAt(to)) ? to + 1 : to;
  for (let pads = 0; pads < 2 && text.charAt(end) === '='; pads += 1) end += 1;
  return { from: start, to: end };
}
