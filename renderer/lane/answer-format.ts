import { MOST_IN_ALL, markupCost } from '../../shared/text-cost.ts';

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

/** A stretch of plain text is this long at most, and at least half as long. */
const CHUNK = 4_000;

/**
 * Cuts a text into stretches that are laid out each for itself, at ends of lines where there are
 * some, else between words, else anywhere. All but the last stay as they are when the text grows.
 */
export function plainChunks(text: string): readonly string[] {
  const chunks: string[] = [];
  let rest = text;
  while (rest.length > CHUNK) {
    const chunk = wholeCharacters(rest, chunkEnd(rest));
    chunks.push(chunk);
    rest = rest.slice(chunk.length);
  }
  chunks.push(rest);
  return chunks;
}

function chunkEnd(text: string): number {
  for (const mark of ['\n', ' ']) {
    const at = text.lastIndexOf(mark, CHUNK - 1);
    if (at >= CHUNK / 2) return at + 1;
  }
  return CHUNK;
}

/** The text up to a place, or one character less where the place lies inside of one. */
function wholeCharacters(text: string, end: number): string {
  const last = text.charCodeAt(end - 1);
  const isFirstHalf = last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, isFirstHalf ? end - 1 : end);
}
