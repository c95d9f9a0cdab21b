import { findJargon } from '../language/plain-words.ts';
import { countWords, splitSentences } from '../language/sentences.ts';
import { type NoteItem, type NoteView, placeOf } from './note-view.ts';
import { type Fault, rule } from './rule.ts';

/** Words of a sentence that a customer reads at one go. */
const LONGEST_SENTENCE = 32;

/** Hard words that a customer's note may hold before it reads like a log. */
const MOST_HARD_WORDS = 2;

/** R5: plain words and sentences that can be read at one go. */
export const plainLanguageRule = rule(
  'R5',
  (note) => [...jargon(note), ...note.items.flatMap(longSentences)],
  { level: 'warn', kinds: ['resolve'] },
);

/** A word with a plain one in its place is always named; others only where they crowd the note. */
function jargon(note: NoteView): Fault[] {
  const seen = new Set<string>();
  const found = note.items.flatMap((item) =>
    findJargon(item.block.text).flatMap((word) => {
      const key = word.text.toLowerCase();
      const first = !seen.has(key);
      seen.add(key);
      return first || word.plain !== null ? [{ item, word }] : [];
    }),
  );
  const hard = found.filter(({ word }) => word.plain === null).length;
  return found
    .filter(({ word }) => word.plain !== null || hard > MOST_HARD_WORDS)
    .map(({ item, word }): Fault => {
      const place = placeOf(item, word.from, word.to);
      if (word.plain === null) {
        return {
          ...place,
          message: `The customer may not know “${word.text}”. Say what it does, or leave it out.`,
        };
      }
      return {
        ...place,
        message: `The customer may not know “${word.text}”.`,
        repair: { label: `Write “${word.plain}”`, ...place, replacement: word.plain },
      };
    });
}

function longSentences(item: NoteItem): Fault[] {
  return splitSentences(item.block.text).flatMap((sentence): Fault[] => {
    const words = countWords(sentence);
    if (words <= LONGEST_SENTENCE) return [];
    const at = item.block.text.indexOf(sentence);
    const place =
      at < 0
        ? { from: item.block.from, to: item.block.to }
        : placeOf(item, at, at + sentence.length);
    return [{ ...place, message: `This sentence has ${words} words. Make two of it.` }];
  });
}
