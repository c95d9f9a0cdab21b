import { LRUCache } from 'lru-cache';

interface Tokens {
  readonly all: ReadonlySet<string>;
  /** Those that make two texts different however alike the rest is. */
  readonly telling: string;
}

/** With each keystroke all lines of a note but one are the same as before. */
const read = new LRUCache<string, Tokens>({ max: 2_000 });

/** The tokens of a text: words and numbers in small letters. */
export function tokensOf(text: string): ReadonlySet<string> {
  return readTokens(text).all;
}

function readTokens(text: string): Tokens {
  const known = read.get(text);
  if (known !== undefined) return known;
  const all = new Set(text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’.:-][\p{L}\p{N}]+)*/gu) ?? []);
  const telling = [...all].filter((token) => /\d/.test(token) || TURNS_IT_ROUND.test(token));
  const tokens = { all, telling: telling.toSorted().join(' ') };
  read.set(text, tokens);
  return tokens;
}

const SIMILAR = 0.8;
const TURNS_IT_ROUND =
  /^(?:not|no|never|without|\w+n['’]t|only|before|after|except|failed|cannot|worked|unable)$/;

/**
 * Pairs of texts that say the same (token Jaccard 0.8 or more, rule S7), as indexes, the later
 * one first. Texts that differ in a number, a name with a digit or a negation say different things.
 */
export function similarPairs(texts: readonly string[]): [later: number, earlier: number][] {
  const groups = new Map<string, { index: number; tokens: ReadonlySet<string> }[]>();
  const pairs: [number, number][] = [];
  texts.forEach((text, index) => {
    const { all: tokens, telling } = readTokens(text);
    if (tokens.size === 0) return;
    const group = groups.get(telling) ?? [];
    const earlier = group.find((other) => isSimilar(tokens, other.tokens));
    if (earlier !== undefined) {
      pairs.push([index, earlier.index]);
    } else if (group.length < LARGEST_GROUP) {
      group.push({ index, tokens });
      groups.set(telling, group);
    }
  });
  return pairs;
}

/** Bounds the work on a note of thousands of lines. */
const LARGEST_GROUP = 200;

/** Both hold the same numbers and negations. */
function isSimilar(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  if (small.size < large.size * SIMILAR) return false;
  const most = Math.floor(small.size * (1 - SIMILAR)) + 1;
  let shared = 0;
  let missing = 0;
  for (const token of small) {
    if (large.has(token)) {
      shared += 1;
    } else {
      missing += 1;
      if (missing > most) return false;
    }
  }
  return shared / (one.size + other.size - shared) >= SIMILAR;
}
