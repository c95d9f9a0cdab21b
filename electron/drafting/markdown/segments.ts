/** A stretch of whole lines that markdown reads by itself. Offsets are UTF-16 units into the note. */
export interface Segment {
  readonly from: number;
  readonly text: string;
}

const HEADING = /^ {0,3}#{1,6}(?:[ \t]|$)/;
const LIST_ITEM = /^(?:[-*+]|\d{1,9}[.)])[ \t]+\S/;
/** What may turn out to be an item, too: a mark whose text begins on the next line. */
const EMPTY_ITEM = /^(?:[-*+]|\d{1,9}[.)])[ \t]*$/;
const INTERRUPTING_ITEM = /^(?:[-*+]|1[.)])[ \t]+\S/;
const FENCE = /^[ \t]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)?(`{3,}(?!.*`)|~{3,})/;

/**
 * Cuts a note into stretches that can be parsed apart: headings, list items, paragraphs, fences. So a
 * keystroke costs the parsing of one stretch, and no stretch can make the others slow. Link
 * definitions do not reach across stretches, which is no loss: a note may not hold any.
 */
export function splitSegments(markdown: string): Segment[] {
  const segments: Segment[] = [];
  let start = -1;
  let end = 0;
  let isList = false;
  /** A list item or indented code, which a blank line does not end. */
  let isIndented = false;
  /** A line may belong to a paragraph that is in no list item; a number other than 1 starts no list after it. */
  let hasLooseLine = false;
  let blankBefore = false;
  let fence: string | undefined;

  const finish = () => {
    if (start >= 0) segments.push({ from: start, text: markdown.slice(start, end) });
    start = -1;
    fence = undefined;
  };
  for (let from = 0; from < markdown.length; ) {
    const feed = markdown.indexOf('\n', from);
    const to = feed < 0 ? markdown.length : feed;
    const line = markdown.slice(from, to);
    const blank = line.trim() === '';

    if (fence === undefined && !blank) {
      if (HEADING.test(line)) {
        finish();
        segments.push({ from, text: line });
      } else {
        const goesOn =
          start >= 0 &&
          (blankBefore
            ? isIndented && /^(?: {2}|\t)/.test(line)
            : !(isList && !hasLooseLine ? LIST_ITEM : INTERRUPTING_ITEM).test(line));
        if (goesOn) {
          hasLooseLine ||= blankBefore || !/^[ \t]/.test(line);
        } else {
          finish();
          start = from;
          isList = LIST_ITEM.test(line);
          hasLooseLine = false;
          isIndented = isList || EMPTY_ITEM.test(line) || /^(?: {4}|\t)/.test(line);
        }
        end = to;
        fence = line.match(FENCE)?.[1];
      }
    } else if (fence !== undefined) {
      end = to;
      const closing = line.trim();
      if (closing.startsWith(fence) && closing === fence.charAt(0).repeat(closing.length)) {
        fence = undefined;
      }
    }
    blankBefore = blank;
    from = to + 1;
  }
  finish();
  return segments;
}
