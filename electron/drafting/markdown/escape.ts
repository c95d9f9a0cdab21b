import { cleanText, singleLine } from '../../../shared/text.ts';

/** Plain English on one line, as most of a session's texts are: nothing to fold. */
const FOLDED = /^[!-~]+(?: [!-~]+)*$/;

/** The text as one line without hidden characters: what a note shows of it. */
export function foldText(text: string): string {
  if (FOLDED.test(text)) return text;
  return singleLine(cleanText(text).text);
}

/** `#`, `>`, a bullet, a number with a dot or bracket, a rule, a task box: structure only where a line begins. */
const LINE_START =
  /^(?:(#{1,6})(?=\s|$)|(>)|([-+*])(?=\s|$)|(\d{1,9})([.)])(?=\s|$)|([-_*=])(?=[-_*=\s]*$)|(\[)(?=[ xX]\]))/;

const WORD = /[\p{L}\p{N}]/u;
const ASCII_PUNCTUATION = /[!-/:-@[-`{-~]/;

/**
 * Escapes a text so that markdown shows exactly it, folded to one line, and reads no structure into
 * it: no heading, list, emphasis, code, link, image, HTML or entity. Only what markdown would
 * interpret is touched, since technicians edit the result by hand.
 */
export function escapeText(text: string): string {
  const line = foldText(text);
  const inline = /[\\`*_\]<&~]/.test(line) ? escapeInline(line) : line;
  return /^[-#>+=*_[\d]/.test(inline) ? escapeLineStart(inline) : inline;
}

function escapeLineStart(line: string): string {
  return line.replace(
    LINE_START,
    (start, _hashes, _quote, _bullet, digits: string | undefined, delimiter: string | undefined) =>
      digits === undefined ? `\\${start}` : `${digits}\\${delimiter}`,
  );
}

function escapeInline(line: string): string {
  const pairs = {
    '`': count(line, '`') > 1,
    '~': count(line, '~') > 1,
    '*': openRuns(line, '*') > 1,
    _: openRuns(line, '_') > 1,
  };
  return line.replace(
    /\\(?=([\s\S]))|[`~]|\*+|_+|\](?=[([:])|<(?=[A-Za-z/!?])|&(?=#?\w+;)/g,
    (found, next: string | undefined, at: number) => {
      switch (found[0]) {
        case '\\':
          return next !== undefined && ASCII_PUNCTUATION.test(next) ? '\\\\' : found;
        case '`':
        case '~':
          return pairs[found[0]] ? `\\${found}` : found;
        case '*':
        case '_':
          return pairs[found[0]] && canDelimit(line, at, found)
            ? found.replace(/./g, '\\$&')
            : found;
        default:
          return `\\${found}`;
      }
    },
  );
}

function count(line: string, character: string): number {
  return line.split(character).length - 1;
}

/** Runs that could open or close emphasis; a single one has no partner. */
function openRuns(line: string, delimiter: '*' | '_'): number {
  const runs = line.matchAll(delimiter === '*' ? /\*+/g : /_+/g);
  return Array.from(runs).filter((run) => canDelimit(line, run.index, run[0])).length;
}

/** Errs on the side of `true`: an escape too many shows the same text. */
function canDelimit(line: string, at: number, run: string): boolean {
  const before = line[at - 1] ?? ' ';
  const after = line[at + run.length] ?? ' ';
  if (before === ' ' && after === ' ') return false;
  return run[0] === '*' || !(WORD.test(before) && WORD.test(after));
}
