/** The tokens of a text: words and numbers in small letters. */
export function tokensOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’.:-][\p{L}\p{N}]+)*/gu) ?? []);
}

const SIMILAR = 0.8;
const TURNS_IT_ROUND =
  /^(?:not|no|never|without|\w+n['’]t|only|before|after|except|failed|cannot|worked|unable)$/;

/**
 * Pairs of texts that say the same (token Jaccard 0.8 or more, rule S7), as indexes, the later
 * one first. Texts that differ in a number, a name with a digit or a negation say different things.
 */
export function similarPairs(texts: readonly string[]): [later: number, earlier: number][] {
  const sets = texts.map(tokensOf);
  const groups = new Map<string, number[]>();
  const pairs: [number, number][] = [];
  sets.forEach((set, index) => {
    if (set.size === 0) return;
    const telling = [...set].filter((token) => /\d/.test(token) || TURNS_IT_ROUND.test(token));
    const key = telling.toSorted().join(' ');
    const group = groups.get(key) ?? [];
    const earlier = group.find((other) => isSimilar(set, sets[other] ?? new Set()));
    if (earlier !== undefined) {
      pairs.push([index, earlier]);
    } else if (group.length < LARGEST_GROUP) {
      group.push(index);
      groups.set(key, group);
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
