import { cleanLine } from '../../../shared/text.ts';

/** Pasted text above this many characters is shortened in a package. */
export const LONG_TEXT = 300;

/** What may close a quotation or a bracket after the mark that ends a sentence. */
const CLOSING = '"”’\')]';
/** What may be left over at the end of a text that somebody typed: `done.`, `the list:`, `slow;`. */
const LOOSE = ' .,;:';
/** Before a colon it is a drive. */
const SINGLE_LETTER = /(?:^|[^\p{L}])\p{L}$/u;
/** Only plain words get a capital: never `svc_print`, `fs01`, `iPhone` or a path. */
const PLAIN_WORD = /^\p{Ll}+(?:['’-]\p{Ll}+)*(?=[,.;:!?)]*(?:\s|$))/u;
const LIST_MARKER = /^\s*[-*•]\s+(?=\S)/u;
/** At the start of a line a reader of markdown would take these for a heading, quotation, list or code. */
const LOOKS_LIKE_MARKUP =
  /^(?:#{1,6}(?:\s|$)|>|[-+*](?:\s|$)|\d{1,9}[.)](?:\s|$)|```|~~~|={2,}|-{3,})/u;
/** `Dr.`, `e.g.`, `No.`: a short word before the full stop ends no sentence. */
const SENTENCE_END = /(?:(?<=[\p{L}\d)\]%"”]{3})\.|[?!…])["”')\]]*\s+(?=[\p{Lu}\d"“(])/gu;
const CLAUSE_END = /[;,](?=\s)|\s[–—-](?=\s)/gu;

/** Lines become one: list markers go, and lines without an end of their own are set apart by `; `. */
export function oneLine(text: string): string {
  const trimmed = text.trim();
  if (!/\n|\r|^[-*•]\s/.test(trimmed)) return cleanLine(trimmed);
  const lines = trimmed
    .split(/[\n\r]+/)
    .map((line) => cleanLine(line.replace(LIST_MARKER, '')))
    .filter((line) => line !== '');
  return lines.reduce((all, line) => {
    if (all === '') return line;
    return `${all}${/[\p{L}\p{N}%)\]"”]$/u.test(all) ? ';' : ''} ${line}`;
  }, '');
}

/** Whether a text ends with a mark of its own (`?`, `!`, `…`), perhaps inside a quotation or a bracket. */
function hasEnd(line: string): boolean {
  let at = line.length - 1;
  while (at >= 0 && CLOSING.includes(line.charAt(at))) at -= 1;
  const mark = line.charAt(at);
  if (mark === '?' || mark === '!' || mark === '…') return true;
  return mark === '.' && (at < line.length - 1 || line.endsWith('...'));
}

/** A text without its full stop, for the middle of a sentence; empty where nothing is said. */
export function withoutStop(text: string): string {
  const line = oneLine(text);
  let end = line.length;
  while (end > 0 && LOOSE.includes(line.charAt(end - 1))) {
    if (
      line.charAt(end - 1) === ':' &&
      SINGLE_LETTER.test(line.slice(Math.max(0, end - 3), end - 1))
    )
      break;
    end -= 1;
  }
  // Three dots are a mark of their own: `It hangs...`
  return line.slice(end).startsWith('...') ? `${line.slice(0, end)}...` : line.slice(0, end);
}

/** A text as a sentence: a capital at the start and exactly one end. Empty where nothing is said. */
export function asSentence(text: string): string {
  const line = withoutStop(text);
  if (line === '' || line === '...') return '';
  return `${withCapital(line)}${hasEnd(line) ? '' : '.'}`;
}

/** {@link asSentence} for text that begins a line, with a label before what markdown would read as markup. */
export function openingSentence(text: string, label: string): string {
  const line = asSentence(text);
  return LOOKS_LIKE_MARKUP.test(line) ? `${label}${line}` : line;
}

function withCapital(text: string): string {
  return PLAIN_WORD.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

/** Words that begin with a capital only because they begin a sentence. */
const OPENERS =
  /^(?:The|A|An|It|Its|This|That|These|Those|There|No|Not|Still|After|We|They)(?=\s)/u;

/** A note in the middle of a sentence: `(the prompt came back)`. */
export function midSentence(text: string): string {
  return withoutStop(text).replace(OPENERS, (word) => word.toLowerCase());
}

/** Whether a text says more than one sentence, so that it does not fit into a bracket. */
export function isSeveral(text: string): boolean {
  return text.search(SENTENCE_END) >= 0;
}

/** The longest whole beginning of a text: its last sentence within the limit, else its last clause, else its last word. */
export function cutAtWhole(text: string, limit: number): string {
  const line = oneLine(text);
  if (line.length <= limit) return line;
  // One character more, so that an end exactly at the limit has the space after it.
  const start = line.slice(0, limit + 1);
  return (
    lastEnd(start, SENTENCE_END, limit / 5) ??
    lastEnd(start, CLAUSE_END, limit / 5) ??
    start
      .slice(0, Math.max(0, start.lastIndexOf(' ')))
      .concat(start.includes(' ') ? '' : line.slice(0, limit))
  );
}

function lastEnd(text: string, pattern: RegExp, fewest: number): string | undefined {
  const last = [...text.matchAll(pattern)].at(-1);
  if (last === undefined || last.index < fewest) return undefined;
  const end = text.slice(0, last.index + last[0].length);
  return end.replace(/[\s,;–—-]+$/u, '');
}

/** Texts that say the same word by word have the same key. */
export function sameKey(text: string): string {
  return withoutStop(text).toLowerCase();
}
