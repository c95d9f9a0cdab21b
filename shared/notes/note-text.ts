import type { TextSpan } from '../text.ts';

/**
 * One line of a note. A note knows `## Heading` lines, `- ` bullets, paragraph lines and blank lines;
 * everything else is plain text, and nothing is escaped. Offsets are UTF-16 units into the note.
 */
export interface NoteLine extends TextSpan {
  readonly kind: 'heading' | 'bullet' | 'paragraph' | 'blank';
  /** Counts from 1. */
  readonly number: number;
  /** Where the words start, after the marker. */
  readonly textFrom: number;
  /** The words, without the marker and white space at the end. */
  readonly text: string;
}

const MARKER = /^[ \t]*(?:(#{1,6})(?:[ \t]+|$)|(-)(?:[ \t]+|$))?/;

/** Reads a note line by line. Linear in its length; never throws. */
export function parseNote(markdown: string): NoteLine[] {
  let from = 0;
  return markdown.split('\n').map((line, index): NoteLine => {
    const [marker = '', hashes, dash] = MARKER.exec(line) ?? [];
    const text = line.slice(marker.length).trimEnd();
    const place = { number: index + 1, from, to: from + line.length };
    const textFrom = from + marker.length;
    from += line.length + 1;
    if (hashes !== undefined) return { ...place, textFrom, text, kind: 'heading' };
    if (dash !== undefined) return { ...place, textFrom, text, kind: 'bullet' };
    return { ...place, textFrom, text, kind: text === '' ? 'blank' : 'paragraph' };
  });
}

/** The line that holds an offset. */
export function lineAt(lines: readonly NoteLine[], offset: number): NoteLine | undefined {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.from ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return lines[low];
}

/** A full stop, closing quotes or brackets after it, and white space. */
const STOP = /(?<![.!?…])[.!?…]+["”“’»)\]]*\s+/g;

/** Abbreviations of the languages of notes that are followed by a capital or a digit. */
const ABBREVIATIONS = new Set(
  'approx art bzw ca dr e.g evtl fig ggf i.e incl inkl max min mme mr mrs ms nr no p.ej prof sr sra st str tel usw v.a vgl vs z.b d.h u.a'.split(
    ' ',
  ),
);

/** The sentences of a line, by their punctuation. Dots in versions, paths, names and times are none. */
export function splitSentences(text: string): TextSpan[] {
  const sentences: TextSpan[] = [];
  let from = text.length - text.trimStart().length;
  for (const { 0: stop, index } of text.matchAll(STOP)) {
    const next = index + stop.length;
    if (next >= text.length || !endsSentence(text, index, stop, next)) continue;
    sentences.push({ from, to: index + stop.trimEnd().length });
    from = next;
  }
  const to = text.trimEnd().length;
  if (from < to) sentences.push({ from, to });
  return sentences;
}

function endsSentence(text: string, index: number, stop: string, next: number): boolean {
  if (!/[\p{Lu}\p{N}"“„«‘(\\/[]/u.test(text.charAt(next))) return false;
  if (!stop.startsWith('.') || stop.startsWith('..')) return true;
  const before = /[\p{L}\p{N}.]*$/u.exec(text.slice(Math.max(0, index - 12), index))?.[0] ?? '';
  // "J. Doe", "17. November", "e.g. Outlook"
  return !(
    /^\p{L}$/u.test(before) ||
    /^\d{1,2}$/.test(before) ||
    ABBREVIATIONS.has(before.toLowerCase())
  );
}
