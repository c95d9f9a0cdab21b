import type { SearchHit } from '../../shared/domain/search.ts';
import { fold, HALF_A_CHARACTER } from './search-query.ts';

/** A stretch of a snippet; `match` marks what the query found. */
export type SnippetPart = SearchHit['snippet'][number];

/** UTF-16 units that a snippet shows before the first match, and in all. */
const BEFORE = 40;
const LENGTH = 160;
/** How far into a long text the first match is looked for. */
const LOOKED_THROUGH = 20_000;

const WORD = /[\p{L}\p{N}\p{M}\p{Co}]+/gu;

/** Whether a word of a text is one that was searched for; the last word searched may be a beginning. */
function isMatch(word: string, words: readonly string[]): boolean {
  const folded = fold(word);
  return words.some((sought, index) =>
    index === words.length - 1 ? folded.startsWith(sought) : folded === sought,
  );
}

/** How many of the words searched for are in the text. */
export function matchedWords(text: string, words: readonly string[]): number {
  const there = Array.from(text.slice(0, LOOKED_THROUGH).matchAll(WORD), ([word]) => fold(word));
  return words.filter((sought, index) =>
    there.some((word) => (index === words.length - 1 ? word.startsWith(sought) : word === sought)),
  ).length;
}

function firstMatch(text: string, words: readonly string[]): number {
  for (const match of text.slice(0, LOOKED_THROUGH).matchAll(WORD)) {
    if (isMatch(match[0], words)) return match.index;
  }
  return 0;
}

/** One line of the text around its first match, in parts; `…` stands where it was cut. */
export function snippetOf(text: string, words: readonly string[]): SnippetPart[] {
  const { line, from, cut } = excerpt(text, firstMatch(text, words));
  const parts: SnippetPart[] = [];
  const push = (part: string, match: boolean) => {
    if (part !== '') parts.push({ text: part, match });
  };
  let at = 0;
  if (from > 0) push('…', false);
  for (const match of line.matchAll(WORD)) {
    if (!isMatch(match[0], words)) continue;
    push(line.slice(at, match.index), false);
    push(match[0], true);
    at = match.index + match[0].length;
  }
  push(line.slice(at), false);
  if (cut) push('…', false);
  return parts;
}

/** Starts at a word's beginning, so that no character is cut in two. */
function excerpt(text: string, match: number) {
  const earliest = Math.max(0, match - BEFORE);
  const space = earliest === 0 ? -1 : text.slice(earliest, match).search(/\s/u);
  const from = earliest === 0 ? 0 : space === -1 ? match : earliest + space + 1;
  const to = Math.min(text.length, from + LENGTH);
  const line = text.slice(from, to).replace(HALF_A_CHARACTER, '').replace(/\s+/gu, ' ').trim();
  return { line, from, cut: to < text.length };
}
