import { fold, HALF_A_CHARACTER } from './search-query.ts';
import { isStopWord } from './similar-stop-words.ts';

/** A word that may tell one problem from another. */
export interface Term {
  /** What its forms have in common, so that "prints" and "printing" are one. */
  readonly stem: string;
  /** As it was written where it came first. */
  readonly written: string;
  /** As the index is asked for it. */
  readonly folded: string;
}

const WORD = /[\p{L}\p{N}\p{M}\p{Co}]+/gu;
const NUMBER = /^\p{N}+$/u;
/** Addresses say who and where, not what: mail, web, network and telephone. Bounded, for logs hold words without end. */
const ADDRESS =
  /\b(?:https?:\/\/|www\.)\S+|[^\s<>()"'@]{1,64}@[^\s<>()"'@]{1,255}|\b\d{1,3}(?:\.\d{1,3}){3}\b|\+\d[\d ()-]{6,}/giu;
/** A number tells something only as the number of one of these. */
const NUMBERED: ReadonlySet<string> = new Set(
  'bluescreen code error event exit http id kb port status stop vlan'.split(' '),
);
/** Longer ones are keys and hashes, which stand once in the world. */
const LONGEST = 40;

/**
 * The telling words of a text, each once, in their order. Of a long text the beginning is read:
 * what follows is a log that was pasted, where any two texts share something.
 */
export function termsOf(text: string, most: number): Term[] {
  const found = new Map<string, Term>();
  let previous = '';
  const read = text.slice(0, most).replace(HALF_A_CHARACTER, '').replace(ADDRESS, ' ');
  for (const [written] of read.matchAll(WORD)) {
    const folded = fold(written);
    const says = NUMBER.test(folded) ? saysMore(folded, previous) : isTelling(folded);
    previous = folded;
    if (!says) continue;
    const stem = stemOf(folded);
    if (!found.has(stem)) found.set(stem, { stem, written, folded });
  }
  return [...found.values()];
}

function isTelling(folded: string): boolean {
  return folded.length > 1 && folded.length <= LONGEST && !isStopWord(folded);
}

function saysMore(number: string, previous: string): boolean {
  return number.length > 1 && number.length <= 10 && NUMBERED.has(previous);
}

/** An error code, an update's name: so much like no other that it says enough on its own. */
export function isCode(folded: string): boolean {
  return /^(?:0x[\da-f]{4,}|[a-z]{1,8}\d{5,}|(?=.*[a-f])(?=.*\d)[\da-f]{8})$/.test(folded);
}

/**
 * A light stemmer for English endings. It need not agree with the index's own, which finds the
 * candidates; it only decides which words of two texts count as shared.
 */
export function stemOf(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  const singular = word
    .replace(/(?<=..)ies$/, 'y')
    .replace(/(?<=s|x|z|ch|sh)es$/, '')
    .replace(/(?<=...)(?<![sui])s$/, '');
  const bare = singular.replace(/(?<=[aeiouy].*[a-z])(?:ing|ed)$/, '');
  // "dropped" is "drop", but "install" and "process" end so themselves.
  const single = bare === singular ? bare : bare.replace(/([bdgmnprt])\1$/, '$1');
  return single.replace(/(?<=..[^aeiou])e$/, '').replace(/(?<=..[^aeiou])i$/, 'y');
}
