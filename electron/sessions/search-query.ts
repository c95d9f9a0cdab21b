import { LIMITS } from '../../shared/limits.ts';

/** What a person typed, as full-text search understands it. */
export interface SearchQuery {
  /** An FTS5 expression: every word must be there, the last one may be unfinished. */
  readonly expression: string;
  /** The words, folded as the index folds them; the last one is a beginning. */
  readonly words: readonly string[];
  /** A ticket number, if the query is nothing but one (`48213`, `#48213`, `CW #48213`). */
  readonly ticket_ref: string | null;
}

/** More words than this narrow nothing down any further. */
const MAX_WORDS = 8;
/** One letter begins a great many words; from two on, the index answers beginnings directly. */
const SHORTEST_BEGINNING = 2;

/** A surrogate without its other half, typed or left by a cut. */
export const HALF_A_CHARACTER = /\p{Surrogate}/gu;

const WORD = /[\p{L}\p{N}\p{M}\p{Co}]+/gu;
const TICKET = /\bcw\s*#?\s*(?=\d)/giu;

/** Lower case without diacritics, like the index (`unicode61 remove_diacritics 2`). */
export function fold(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII
  if (/^[\u0000-\u007F]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/** `undefined` if there is nothing to search for. Whatever the text, the expression is well formed. */
export function parseQuery(text: string): SearchQuery | undefined {
  const pieces = text
    .slice(0, LIMITS.search)
    .replace(HALF_A_CHARACTER, '')
    .replace(TICKET, ' ')
    .split(/\s+/u)
    .map((piece) => Array.from(piece.matchAll(WORD), ([word]) => word))
    .filter((words) => words.length > 0)
    .slice(0, MAX_WORDS);
  if (pieces.length === 0) return undefined;
  // A piece such as `10.0.0.12` or `user@host` is a phrase: its words in this order.
  const phrases = pieces.map((words) => `"${words.join(' ')}"`);
  const words = pieces.flat().map(fold);
  const unfinished = !/\s$/u.test(text) && (words.at(-1) ?? '').length >= SHORTEST_BEGINNING;
  const only = words.length === 1 ? words[0] : undefined;
  return {
    expression: `${phrases.join(' AND ')}${unfinished ? ' *' : ''}`,
    words,
    ticket_ref: only !== undefined && /^\d{1,10}$/.test(only) ? only : null,
  };
}
