/** A word of a text without the punctuation around it, and what touches it. */
export interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** Punctuation in front of it and behind it. */
  readonly before: string;
  readonly after: string;
  /** Lines are not read across. */
  readonly line: number;
}

const RAW = /\S{1,400}/g;
const FRONT = new Set('"\'`*_~([{<“‘„>');
const BACK = new Set('"\'`*_~)]}>”’.,;:=…');

/** The words of a text, in order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let line = 0;
  let last = 0;
  for (const match of text.matchAll(RAW)) {
    if (text.slice(last, match.index).includes('\n')) line += 1;
    const [raw] = match;
    last = match.index + raw.length;
    let start = 0;
    while (start < raw.length && FRONT.has(raw.charAt(start))) start += 1;
    let end = raw.length;
    while (end > start && BACK.has(raw.charAt(end - 1))) end -= 1;
    words.push({
      text: raw.slice(start, end),
      from: match.index + start,
      to: match.index + end,
      before: raw.slice(0, start),
      after: raw.slice(end),
      line,
    });
  }
  return words;
}

/** Whether a sentence ends behind this word. */
export function endsSentence(word: Word): boolean {
  return /[.;…]/.test(word.after) || /[!?]$/.test(word.text);
}
