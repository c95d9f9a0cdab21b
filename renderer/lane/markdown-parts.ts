import { MOST_AT_ONCE, markupCost } from '../../shared/text-cost.ts';

/** A part is at least so long, or markdown would be read in too many small pieces. */
const PART_LENGTH = 600;

/** A part beyond this length, which has nowhere to be cut, is shown as it is. */
const LONGEST_PART = 20_000;

const FENCE = /^\s*(`{3,}|~{3,})(.*)$/;

/** A line that may go on with the block above it: indented, or an item of a list, a quotation, a table. */
const MAY_GO_ON = /^(?:[ \t>|*+-]|\d)/;

/**
 * Cuts markdown into parts that mean the same when each is read for itself: at empty lines outside of
 * code, before a line that begins a block of its own. All but the last part stay as they are when
 * the text grows, so that only the last is read again while an answer is written.
 */
export function markdownParts(text: string): readonly string[] {
  const parts: string[] = [];
  let part: string[] = [];
  let length = 0;
  let fence: string | undefined;
  let isAfterEmpty = false;
  for (const line of text.split('\n')) {
    const isEmpty = line.trim() === '';
    const beginsBlock = isAfterEmpty && !isEmpty && !MAY_GO_ON.test(line);
    if (beginsBlock && fence === undefined && length >= PART_LENGTH) {
      parts.push(part.join('\n'));
      part = [];
      length = 0;
    }
    part.push(line);
    length += line.length + 1;
    fence = fenceAfter(line, fence);
    isAfterEmpty = isEmpty;
  }
  parts.push(part.join('\n'));
  return parts;
}

/** The mark that must close the code block that is open after a line; undefined outside of code. */
function fenceAfter(line: string, open: string | undefined): string | undefined {
  const [, mark = '', rest = ''] = FENCE.exec(line) ?? [];
  if (mark === '') return open;
  if (open === undefined) return mark.startsWith('`') && rest.includes('`') ? undefined : mark;
  const closes = mark.startsWith(open) && rest.trim() === '';
  return closes ? undefined : open;
}

/** Whether a part can be read as markdown in a moment. What is not made to be read is shown as it is. */
export function isTame(part: string): boolean {
  return part.length <= LONGEST_PART && markupCost(part) <= MOST_AT_ONCE;
}
