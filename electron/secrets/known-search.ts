import { unescaped, viewsOf } from './decoders.ts';
import { DOUBLED, type Folded, fold, plainForm } from './fold.ts';
import type { Span } from './found-secret.ts';
import { type View, viewOf } from './view.ts';

/** One form in which a known value may be written, ready to be searched for. */
export interface Needle {
  /** The value folded; never empty. */
  readonly text: string;
  /** The same in its own case. */
  readonly typed: string;
  /** How many characters the whole value has. */
  readonly characters: number;
  /** What folding left out: before the first character, between each two, and after the last one. */
  readonly gaps: readonly string[];
  /** Too short to be distinguished from a part of a word: no letter or digit may touch it, and its case counts. */
  readonly whole: boolean;
  /** Only digits: none may touch it, or it would be a part of any long number. */
  readonly numeric: boolean;
  /** Whether a separator in a few places leaves it the same value. Plain words with a space between them are just words. */
  readonly separable: boolean;
}

/** Shorter values are in every text, so that finding them would say nothing. */
export const SHORTEST_VALUE = 4;

/** From this length on a value is recognized inside a longer word too, in any case. */
const FREE_STANDING = 6;

const COMMON =
  /^(?:printer|internet|computer|network|backup|service|support|customer|company|email|pass(?:word|wort|code|phrase)?|kennwort|contrase(?:ñ|n)a|secret|admin(?:istrator)?|root|user(?:name)?|guest|default|true|false|null|none|enabled?|disabled?|changeme|welcome|letmein|qwerty|login|test(?:ing)?|temp(?:orary)?|unknown|windows|office|outlook|microsoft|system|server|public|private|community)$/i;

/**
 * All forms in which a value is searched for; none for one that is too short, an everyday word, or nothing
 * but signs such as dots and dashes: taken out of every text it would make them unreadable, for good, and
 * protect nothing.
 */
export function needlesFor(value: string): Needle[] {
  const plain = value.trim();
  const characters = Array.from(plain);
  if (characters.length < SHORTEST_VALUE || COMMON.test(plain)) return [];
  const whole = characters.length < FREE_STANDING;
  // A value that looks like an escape itself is undone together with those around it.
  const read = unescaped(viewOf(plain)).map(({ text }) => text.trim());
  const hidden = whole ? [] : [characters.toReversed().join(''), rotated(plain)];
  const forms = new Set([plain, ...hidden, ...read.filter((form) => form.length >= FREE_STANDING)]);
  return Array.from(forms, (form) => needleOf(form, whole)).filter(({ text }) => text !== '');
}

/** ROT13, which some tools use to hide a value from a glance. */
function rotated(value: string): string {
  return value.replace(/[a-z]/gi, (letter) => {
    const base = letter <= 'Z' ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
  });
}

function needleOf(value: string, whole: boolean): Needle {
  const folded = fold(value);
  const ends = Array.from(folded.places, (place) => endOf(value, place));
  const gaps = [-1, ...folded.places.keys()].map((index) =>
    value.slice(ends[index] ?? 0, folded.places[index + 1] ?? value.length),
  );
  return {
    text: folded.text,
    characters: Array.from(value).length,
    typed: typedAt(value, folded, 0, folded.text.length),
    gaps: gaps.map(plainly),
    whole,
    numeric: /^\d+$/.test(value),
    separable: /^\d+$/.test(value) ? value.length >= 8 : /[^\p{L}\s]/u.test(value),
  };
}

/** Where known values are in a text; spans may overlap. */
export function searchNeedles(text: string, needles: readonly Needle[]): Span[] {
  const shortest = Math.min(...needles.map(({ characters }) => characters));
  const found: Span[] = [];
  for (const view of viewsOf(text, shortest)) {
    const folded = fold(view.text);
    for (const needle of needles) searchView(view, folded, needle, found);
  }
  return found;
}

/**
 * How much of a text may be compared, character by character, for one needle. Only a value that is one
 * long repetition, in a text that is one too, needs more, and is given up there.
 */
const COMPARED = { for_each: 32, at_least: 10_000 };

function searchView(view: View, folded: Folded, needle: Needle, found: Span[]): void {
  let left = view.text.length * COMPARED.for_each + COMPARED.at_least;
  const { length } = needle.text;
  for (let at = folded.text.indexOf(needle.text); at >= 0 && left > 0; ) {
    left -= length;
    const span = matchAt(view.text, folded, at, needle);
    if (span !== null) found.push(view.origin(span.from, span.to));
    at = folded.text.indexOf(needle.text, span === null ? at + 1 : at + length);
  }
}

/** The place of a needle whose text is at an index of the folded text, if the rest fits as well. */
function matchAt(text: string, folded: Folded, at: number, needle: Needle): Span | null {
  const { places } = folded;
  const { length } = needle.text;
  const last = at + length - 1;
  let separated = 0;
  // Pairs of characters that touch: none where a value is spelled out, `S 3 c r 3 t`.
  let touching = 0;
  for (let index = 1; index < length; index += 1) {
    const from = endOf(text, places[at + index - 1] ?? 0);
    const to = places[at + index] ?? 0;
    const need = needle.gaps[index] ?? '';
    if (to <= from && need === '') {
      touching += 1;
      continue;
    }
    const sign = text.charAt(from - 1);
    const gap = text.slice(from, Math.min(to, from + LONGEST_GAP));
    const isSingle = DOUBLED.test(sign) && !need.includes(sign);
    const kind = gapKind(isSingle ? gap.replaceAll(sign, '') : gap, need);
    if (kind === 'other' || to - from >= LONGEST_GAP) return null;
    if (kind === 'separated') separated += 1;
    else if (need === '') touching += 1;
  }
  const first = places[at] ?? 0;
  const floor = at === 0 ? 0 : endOf(text, places[at - 1] ?? 0);
  const start = edgeAt(text, first, floor, needle.gaps[0] ?? '');
  const end = edgeAt(
    text,
    endOf(text, places[last] ?? 0),
    places[last + 1] ?? text.length,
    needle.gaps.at(-1) ?? '',
  );
  if (start === null || end === null) return null;
  const touches = needle.whole ? /[\p{L}\p{N}]/u : /\p{N}/u;
  if (needle.whole || needle.numeric) {
    if (touches.test(text.charAt(start - 1)) || touches.test(text.charAt(end))) return null;
  }
  const spelledOut = touching === 0 && !(needle.whole && needle.numeric);
  if (separated > 0 && !spelledOut && (needle.whole || !needle.separable)) return null;
  const caseCounts = needle.whole || (separated > 0 && !spelledOut);
  if (caseCounts && typedAt(text, folded, at, length) !== needle.typed) return null;
  return { from: start, to: end };
}

/** Longer than what anything puts between two characters of a value, line breaks and quoting included. */
const LONGEST_GAP = 40;

const INVISIBLE = /=?\r?\n[ \t>]*|[\p{Cc}\p{Cf}\p{M}\\`^*~_"'“”‘’>]/gu;
const SEPARATORS = /^[\s.,:;\-_/|·+&]+$/;
/** Two quoted parts that a program joins: `"Pass"+"word"`, `'Pass' . 'word'`, `"Pass" "word"`. */
const JOINED = /["'`]\)? {0,4}[+&.,]? {0,4}\(?["'`]/;

/**
 * What is between two characters of a value: nothing that matters, a separator, or something else.
 * `need` is what the value itself has there.
 */
function gapKind(gap: string, need: string): 'nothing' | 'separated' | 'other' {
  if (JOINED.test(gap) && plainGapKind(gap.replace(JOINED, ''), need) === 'nothing')
    return 'nothing';
  return plainGapKind(gap, need);
}

function plainGapKind(gap: string, need: string): 'nothing' | 'separated' | 'other' {
  const rest = need === '' ? gap : withoutNeeded(gap, need);
  if (rest === null) {
    if (gap === '') return SEPARATORS.test(need) ? 'separated' : 'other';
    // Other separators in place of those of the value.
    const isAlike =
      gap.length === need.length &&
      Array.from(need).every((sign, at) => isSame(gap.charAt(at), sign));
    return isAlike ? 'nothing' : 'other';
  }
  const visible = rest.replace(INVISIBLE, '');
  if (visible === '') return 'nothing';
  return visible.length <= need.length + 1 && SEPARATORS.test(visible) ? 'separated' : 'other';
}

/** A gap without what the value has in it, doubled signs too; null where something of it is missing. */
function withoutNeeded(gap: string, need: string): string | null {
  let rest = '';
  let index = 0;
  for (const sign of gap) {
    const plain = plainly(sign);
    if (plain === need.charAt(index)) index += 1;
    else if (plain === '' || !need.includes(plain)) rest += sign;
  }
  return index < need.length ? null : rest;
}

function isSame(sign: string, needed: string): boolean {
  return plainly(sign) === needed || (SEPARATORS.test(sign) && SEPARATORS.test(needed));
}

/**
 * Where a match ends, or starts if `limit` is before it, with the signs that the value has there; null
 * where they are missing.
 */
function edgeAt(text: string, from: number, limit: number, need: string): number | null {
  const back = limit < from;
  let edge = from;
  for (let index = 0; index < need.length; ) {
    if (edge === limit || Math.abs(edge - from) > LONGEST_GAP) return null;
    const sign = text.charAt(back ? edge - 1 : edge);
    if (isSame(sign, need.charAt(back ? need.length - 1 - index : index))) index += 1;
    edge += back ? -1 : 1;
  }
  return edge;
}

function endOf(text: string, place: number): number {
  return place + ((text.codePointAt(place) ?? 0) > 0xffff ? 2 : 1);
}

/** The characters behind a part of a folded text, in their own case. */
function typedAt(text: string, { places }: Folded, at: number, length: number): string {
  let typed = '';
  for (let index = at; index < at + length; index += 1) {
    const place = places[index] ?? 0;
    if (place !== places[index - 1]) typed += plainForm(text.codePointAt(place) ?? 0);
  }
  return typed;
}

/** Without compatibility forms and accents. Spaces of any kind are one. */
function plainly(text: string): string {
  const plain = Array.from(text, (one) => plainForm(one.codePointAt(0) ?? 0)).join('');
  return plain.replace(/[\t\n\r]/g, ' ');
}
