import { foldText } from '../markdown/escape.ts';

const ABBREVIATION =
  /(?:^|[\s(])(?:e\.g|i\.e|etc|approx|no|nr|vs|mr|mrs|ms|dr|st|incl|resp|a\.m|p\.m|ver|v)\.$/i;
const SENTENCE_END = /[.!?]["”')\]]*\s+(?=["“'([]?[\p{Lu}\d])/gu;

/** Names that keep their small first letter at the start of a sentence. */
const SMALL_NAMES = new Set(
  'ipconfig ping nslookup nltest netsh netstat gpupdate gpresult sfc dism chkdsk tracert traceroute dsregcmd klist w32tm robocopy iisreset wevtutil certutil msiexec regsvr32 systemctl journalctl regedit services.msc'.split(
    ' ',
  ),
);

export function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

/** The sentences of a text folded to one line; abbreviations do not end one. */
export function splitSentences(text: string): string[] {
  const line = foldText(text);
  const sentences: string[] = [];
  let start = 0;
  for (const end of line.matchAll(SENTENCE_END)) {
    const at = end.index + end[0].length;
    const candidate = line.slice(start, at).trim();
    if (ABBREVIATION.test(candidate)) continue;
    sentences.push(candidate);
    start = at;
  }
  const rest = line.slice(start).trim();
  return rest === '' ? sentences : [...sentences, rest];
}

/** A person's words as a sentence: one line, a capital first, a full stop last; nothing else is changed. */
export function asSentence(text: string): string {
  return withFullStop(withCapital(foldText(text)));
}

/** One line without the full stop at its end, for a title inside a sentence of ours. */
export function withoutFullStop(text: string): string {
  return foldText(text).replace(/[\s.,;:]+$/, '');
}

export function withFullStop(line: string): string {
  const text = line.replace(/[\s,;]+$/, '');
  if (text === '') return text;
  // The name of a drive ends no sentence.
  return /[.!?…:]["”’')\]]*$/.test(text) && !/(?:^|\s)[A-Z]:$/.test(text) ? text : `${text}.`;
}

export function withCapital(line: string): string {
  const first = line.match(/^\S+/)?.[0] ?? '';
  if (!/^\p{Ll}[\p{Ll}'’]*[,.;:!?]?$/u.test(first) || SMALL_NAMES.has(first)) return line;
  return line.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase('en'));
}

/** The first `limit` words; an ellipsis says that more was left out. Ends at a clause where one is near. */
export function firstWords(line: string, limit: number): string {
  const words = line.match(/\S+/g) ?? [];
  if (words.length <= limit) return line;
  const kept = words.slice(0, limit).join(' ');
  const clause = kept.lastIndexOf(', ');
  const cut = clause > kept.length / 2 ? kept.slice(0, clause) : kept;
  return `${cut.replace(/[\s.,;:]+$/, '')}…`;
}

/** Whole sentences up to `limit` words; the first one alone is cut if it is longer. */
export function firstSentences(sentences: readonly string[], limit: number): string[] {
  const kept: string[] = [];
  let words = 0;
  for (const sentence of sentences) {
    words += countWords(sentence);
    if (words > limit) return kept.length === 0 ? [firstWords(sentence, limit)] : kept;
    kept.push(sentence);
  }
  return kept;
}
