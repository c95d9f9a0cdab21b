import type { NoteKind } from '../../../shared/domain/note.ts';
import type { InputBundle } from '../bundle.ts';
import { factForCustomer } from '../local/customer-text.ts';

/** Tokens of an answer: enough for an ordinary note in JSON with its evidence, and the most for any. */
const ORDINARY = 1_400;
const MOST = 6_000;

/** Tokens for the problem, the reasons, the steps and the form itself. */
const FRAME = 600;
/** Tokens of the form around one sentence, with its evidence ids. */
const AROUND_A_SENTENCE = 30;
/** A note condenses a longer text. */
const LONGEST_TEXT = 300;

/** Tokens a character by script: alphabets that models know best, other alphabets, and scripts without one. */
const LATIN = 0.3;
const OTHER_ALPHABET = 0.7;
const IDEOGRAPH = 1.3;

/** How many tokens an answer may take: more rows to cover and denser scripts need more. */
export function maxTokens(kind: NoteKind, { facts, names, intake, summary }: InputBundle): number {
  const texts = facts.flatMap(
    (fact) => (kind === 'resolve' ? factForCustomer(fact, names) : fact.text) ?? [],
  );
  const rows = texts.reduce((sum, text) => sum + AROUND_A_SENTENCE + tokensOf(text), 0);
  return Math.min(MOST, Math.max(ORDINARY, Math.ceil(FRAME + tokensOf(summary || intake) + rows)));
}

function tokensOf(text: string): number {
  const read = text.slice(0, LONGEST_TEXT);
  const ideographs = count(
    read,
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/gu,
  );
  const letters = count(read, /\p{L}/gu) - ideographs;
  const foreign = letters - count(read, /\p{Script=Latin}/gu);
  return (
    ideographs * IDEOGRAPH +
    Math.max(0, foreign) * OTHER_ALPHABET +
    (read.length - ideographs - Math.max(0, foreign)) * LATIN
  );
}

function count(text: string, characters: RegExp): number {
  return text.match(characters)?.length ?? 0;
}
