import { MOST_IN_ALL, markupCost } from '../../shared/text-cost.ts';
import { wholeCharacters } from '../ui/plain-chunks.tsx';

/** While it is written, an answer beyond this length is shown as plain text. */
const FORMATTED_WHILE_WRITTEN = 12_000;

/** An answer beyond this length is never formatted. */
const FORMATTED_AT_MOST = 100_000;

/** So much of a finished answer is shown before "Show all" is pressed. */
const SHOWN_AT_FIRST = 12_000;

/** How an answer is shown: as markdown, or as the text that it is. */
export type AnswerFormat = 'markdown' | 'plain';

/** Long answers are plain text: reading them as markdown would block the window. */
export function answerFormat(text: string, writing: boolean): AnswerFormat {
  if (text.length > (writing ? FORMATTED_WHILE_WRITTEN : FORMATTED_AT_MOST)) return 'plain';
  return markupCost(text) <= MOST_IN_ALL ? 'markdown' : 'plain';
}

/** The beginning of a long answer, cut at the end of a line where there is one; null for one that is shown whole. */
export function collapsedAnswer(body: string): string | null {
  if (body.length <= SHOWN_AT_FIRST) return null;
  const line = body.lastIndexOf('\n', SHOWN_AT_FIRST);
  return wholeCharacters(body, line > SHOWN_AT_FIRST / 2 ? line : SHOWN_AT_FIRST);
}
