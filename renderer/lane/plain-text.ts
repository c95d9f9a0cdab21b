import { MOST_IN_ALL, markupCost } from '../../shared/text-cost.ts';

/** A stretch of a message that is shown in one way. */
export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'link'; readonly text: string; readonly url: string };

export type Block =
  | { readonly type: 'text'; readonly inlines: readonly Inline[] }
  | { readonly type: 'code'; readonly text: string };

const FENCE = /^```[^\n`]*\n([\s\S]*?)(?:\n```[ \t]*(?=\n|$)|$(?![\s\S]))/gm;
const INLINE = /`([^`\n]+)`|https:\/\/[^\s<>"'`]+/g;

/**
 * Reads a technician's message. It is shown as it was typed, line breaks and all; only code between
 * back-ticks and https links are told apart, so that no log line turns into a heading or a list.
 * Null for a text too costly to read: it is shown as it is.
 */
export function readPlainText(body: string): readonly Block[] | null {
  if (markupCost(body) > MOST_IN_ALL) return null;
  const blocks: Block[] = [];
  let end = 0;
  for (const match of body.matchAll(FENCE)) {
    pushText(blocks, body.slice(end, match.index));
    blocks.push({ type: 'code', text: match[1] ?? '' });
    end = match.index + match[0].length;
  }
  pushText(blocks, body.slice(end));
  return blocks;
}

function pushText(blocks: Block[], raw: string) {
  const text = raw.replace(/^\n+|\n+$/g, '');
  if (text !== '') blocks.push({ type: 'text', inlines: readInlines(text) });
}

function readInlines(text: string): readonly Inline[] {
  const inlines: Inline[] = [];
  let end = 0;
  const pushPlain = (upTo: number) => {
    if (upTo > end) inlines.push({ type: 'text', text: text.slice(end, upTo) });
  };
  for (const match of text.matchAll(INLINE)) {
    pushPlain(match.index);
    if (match[1] === undefined) {
      // A full stop or bracket after a link belongs to the sentence around it.
      const url = match[0].replace(/[.,;:!?)\]}]+$/, '');
      inlines.push({ type: 'link', text: url, url });
      end = match.index + url.length;
    } else {
      inlines.push({ type: 'code', text: match[1] });
      end = match.index + match[0].length;
    }
  }
  pushPlain(text.length);
  return inlines;
}

/** Where a long message is cut until "Show all" is pressed. */
const COLLAPSED_LINES = 14;
const COLLAPSED_CHARACTERS = 1_400;

/** The part of a long message that is shown at first, or `null` for one that is short enough. */
export function collapsedBody(body: string): string | null {
  const lines = body.split('\n', COLLAPSED_LINES + 1);
  const byLines =
    lines.length > COLLAPSED_LINES ? lines.slice(0, COLLAPSED_LINES).join('\n') : body;
  if (byLines.length <= COLLAPSED_CHARACTERS) return byLines === body ? null : byLines;
  const cut = byLines.slice(0, COLLAPSED_CHARACTERS);
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), COLLAPSED_CHARACTERS / 2));
}
