import { BULLET_WORD_LIMIT, NOTE_CHARACTER_LIMIT, NOTE_WORD_LIMIT } from '../word-limits.ts';
import type { NoteView, PlacedSentence } from './note-view.ts';
import { withoutEnd } from './record.ts';
import { type Fault, rule } from './rule.ts';

/** S6: the length of the note for the ticket and for its reader. */
export const lengthRule = rule('S6', (note) => [...wholeNote(note), ...longLines(note)]);

function wholeNote({ kind, lines, markdown }: NoteView): Fault[] {
  const place = { from: 0, to: lines[0]?.to ?? 0 };
  if (markdown.length > NOTE_CHARACTER_LIMIT) {
    const message = `The ticket may cut a note over ${NOTE_CHARACTER_LIMIT} characters. Shorten it.`;
    return [{ ...place, level: 'block', message }];
  }
  const words = lines
    .filter((line) => line.kind !== 'heading')
    .reduce((sum, { text }) => sum + countWords(text), 0);
  if (words <= NOTE_WORD_LIMIT[kind]) return [];
  const message = `This note has ${words} words. Aim for ${NOTE_WORD_LIMIT[kind]} or fewer.`;
  return [{ ...place, level: 'warn', message }];
}

function longLines({ lines }: NoteView): Fault[] {
  return lines.flatMap(({ kind, text, from, to }): Fault[] => {
    const words = kind === 'bullet' ? countWords(text) : 0;
    if (words <= BULLET_WORD_LIMIT) return [];
    const message = `This bullet has ${words} words. Split it or shorten it.`;
    return [{ from, to, level: 'warn', message }];
  });
}

function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

/** Shorter sentences may be said twice: "It worked." */
const SHORTEST_REPETITION = 4;

/** S7: no two sentences say the same, except one row under the two headings that want it. */
export const repetitionRule = rule('S7', ({ sentences }) => {
  const seen = new Map<string, PlacedSentence>();
  return sentences.flatMap((sentence): Fault[] => {
    const key = withoutEnd(sentence.text.toLowerCase());
    const first = seen.get(key);
    if (first === undefined) seen.set(key, sentence);
    if (first === undefined || isWantedTwice(first, sentence)) return [];
    if (countWords(key) < SHORTEST_REPETITION) return [];
    const { from, to } = sentence;
    return [{ from, to, level: 'warn', message: `Line ${first.line} says the same. Keep one.` }];
  });
});

function isWantedTwice(one: PlacedSentence, other: PlacedSentence): boolean {
  return (
    one.section !== other.section && one.evidence_ids.some((id) => other.evidence_ids.includes(id))
  );
}
