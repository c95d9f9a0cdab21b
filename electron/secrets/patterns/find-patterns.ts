import { LRUCache } from 'lru-cache';
import type { FoundSecret } from '../found-secret.ts';
import { COMMAND_PATTERNS } from './commands.ts';
import { matchPattern } from './pattern.ts';
import { findInProse } from './prose.ts';
import { SHAPE_PATTERNS } from './shapes.ts';
import { findVendorKeys } from './vendor-keys.ts';

/** Texts are looked at again and again while a note is typed: the same answer for the same text. */
const KEPT_TEXTS = 2_000;
const KEPT_CHARACTERS = 1_000_000;

/** What looks like a secret in each of some texts; what is found may overlap. */
export type PatternSearch = (
  texts: readonly string[],
) => Promise<readonly (readonly FoundSecret[])[]>;

export function createPatternSearch(): PatternSearch {
  const kept = new LRUCache<string, readonly FoundSecret[]>({
    max: KEPT_TEXTS,
    maxSize: KEPT_CHARACTERS,
    sizeCalculation: (_, text) => text.length + 1,
  });
  return async (texts) => {
    const found = new Map<string, readonly FoundSecret[]>();
    const news: string[] = [];
    for (const text of new Set(texts)) {
      const before = kept.get(text);
      if (before === undefined) news.push(text);
      else found.set(text, before);
    }
    // Far cheaper than one by one, for a bundle is some hundred short texts.
    const vendorKeys = news.length === 0 ? [] : await findVendorKeys(news);
    news.forEach((text, index) => {
      const all = withVendorKeys(findOwnPatterns(text), vendorKeys[index] ?? []);
      kept.set(text, all);
      found.set(text, all);
    });
    return texts.map((text) => found.get(text) ?? []);
  };
}

/** Patterns and doubts of the own pack; without vendor keys. */
export function findOwnPatterns(text: string): FoundSecret[] {
  return [
    ...[...COMMAND_PATTERNS, ...SHAPE_PATTERNS].flatMap((pattern) => matchPattern(text, pattern)),
    ...findInProse(text),
  ];
}

/** Where both see the same, the own pattern knows which part of it is the secret. */
function withVendorKeys(
  own: readonly FoundSecret[],
  vendorKeys: readonly FoundSecret[],
): readonly FoundSecret[] {
  const patterns = own.filter(({ kind }) => kind === 'pattern');
  const more = vendorKeys.filter(
    (key) => !patterns.some(({ from, to }) => key.from <= from && to <= key.to),
  );
  return [...own, ...more];
}
