/** Deeper nesting has no meaning to a reader, and each level multiplies the work of the lines below it. */
const DEEPEST = 12;

/** What a container mark (a quotation, an item of a list) costs beside its line. */
const CONTAINER = 3;

/** Characters that open or close something inside a line: emphasis, code, links, tags. */
const INLINE_MARKS = /[[\]*_`<]|:\/\//g;

/** Up to this cost a text is read as markup in one go. A part of an ordinary answer costs about 50. */
export const MOST_AT_ONCE = 800;

/** Up to this cost a text is read as markup at all, in however many parts. */
export const MOST_IN_ALL = 10_000;

/** The marks of the containers that a line begins with. */
const CONTAINERS = /[ \t]*(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))/y;

/** Code between fences costs its lines alone. Only fences that nothing can be around are counted on. */
const OPENS = /^(`{3,}(?=[^`]*$)|~{3,})/;
const CLOSES = /^ {0,3}(`{3,}|~{3,})[ \t]*$/;
const HTML = /^ {0,3}</;

/**
 * How much work it is to read and to draw a text as markup: its lines, the marks in them and the
 * containers around them, counted in one linear pass. Parsers need up to the square of this count,
 * so every view shows a text beyond its budget as the plain text that it is. `Infinity` for
 * nesting that no reader follows, whether by marks or by indentation.
 */
export function markupCost(text: string): number {
  let cost = 0;
  let fence: string | undefined;
  // A fence inside of HTML is none, and its end is not known here.
  let sawHtml = false;
  for (const line of text.split('\n')) {
    cost += 1;
    if (fence !== undefined) {
      if (CLOSES.exec(line)?.[1]?.startsWith(fence)) fence = undefined;
      continue;
    }
    sawHtml ||= HTML.test(line);
    fence = sawHtml ? undefined : OPENS.exec(line)?.[1];
    if (fence === undefined) cost += costOf(line);
  }
  return cost;
}

function costOf(line: string): number {
  let depth = 0;
  let end = 0;
  CONTAINERS.lastIndex = 0;
  while (depth <= DEEPEST && CONTAINERS.test(line)) {
    depth += 1;
    end = CONTAINERS.lastIndex;
  }
  if (depth > 0 && depth + indentOf(line) / 2 > DEEPEST) return Number.POSITIVE_INFINITY;
  return depth * CONTAINER + (line.slice(end).match(INLINE_MARKS)?.length ?? 0);
}

/** White space at the beginning of a line, as far as it matters. */
function indentOf(line: string): number {
  let indent = 0;
  while (indent <= 2 * DEEPEST && (line[indent] === ' ' || line[indent] === '\t')) indent += 1;
  return indent;
}
