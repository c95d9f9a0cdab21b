import { z } from 'zod';
import type { SimilarWork } from '../../../../shared/domain/similar-work.ts';
import { LIMITS } from '../../../../shared/limits.ts';
import { singleLine } from '../../../../shared/text.ts';
import { fence } from '../fence.ts';
import { shorten } from '../shorten.ts';
import { tool } from './tool.ts';
import { line } from './wording.ts';

const MOST_SESSIONS = 5;
const ROW_CHARACTERS = 600;

export const searchSimilarWork = tool({
  name: 'search_similar_work',
  description:
    'Looks for closed sessions of this desk that are like this one, with what helped there. query is a few words to look for, or null for what this session is about.',
  makes: 'a search',
  schema: z.object({ query: z.string().max(LIMITS.search).nullable() }),
  async run({ query }, { redact, similar }) {
    const words = line(query ?? '');
    const found = await similar(words === '' ? null : words);
    if (found.length === 0) return { said: 'Nothing alike was found.', proposed: false };
    const near = found.slice(0, MOST_SESSIONS);
    // Before any is cut, for half of a secret is not known as one; and once more as they are rendered.
    const texts = near.flatMap(textsOf);
    const redacted = await redact(texts);
    const clean = new Map(texts.map((text, index) => [text, redacted[index] ?? '']));
    const row = (text: string) => shortLine(clean.get(text) ?? '');
    const [rows = ''] = await redact([near.map((work) => rendered(work, row)).join('\n\n')]);
    return {
      said: `${fence('Similar work', rows)}\nThese are other cases. Nothing of them is established for this session.`,
      proposed: false,
    };
  },
});

/** The texts that may be cut. */
function textsOf({ session, fix, facts }: SimilarWork): string[] {
  return [
    session.title,
    ...(fix === null ? [] : [fix.title, fix.description, fix.outcome_note ?? '']),
    ...facts.map(({ text }) => text),
  ];
}

function rendered(
  { session, shared_words, fix, facts }: SimilarWork,
  row: (text: string) => string,
): string {
  return [
    `Session “${row(session.title)}” (${session.state})`,
    `Shared words: ${shared_words.map(singleLine).join(', ') || '(none)'}`,
    fix === null
      ? 'Fix: (none)'
      : `Fix: ${row(fix.title)} | outcome: ${fix.outcome}${fix.outcome_note === null ? '' : ` (${row(fix.outcome_note)})`} | ${row(fix.description)}`,
    ...facts.map(({ text }) => `Fact there: ${row(text)}`),
  ].join('\n');
}

function shortLine(text: string): string {
  return singleLine(shorten(singleLine(text), ROW_CHARACTERS));
}
