import { countWords } from '../language/sentences.ts';
import { BULLET_WORD_LIMIT, NOTE_CHARACTER_LIMIT, NOTE_WORD_LIMIT } from '../word-limits.ts';
import type { NoteView } from './note-view.ts';
import { type Fault, rule } from './rule.ts';

/** S6: the length of the note and of each bullet. */
export const lengthRule = rule('S6', (note) => [...wholeNote(note), ...longBullets(note)], {
  level: 'warn',
});

function wholeNote({ kind, items, markdown, lines }: NoteView): Fault[] {
  const words = items.reduce((sum, item) => sum + countWords(item.block.text), 0);
  const place = { from: 0, to: Math.max(lines[0]?.to ?? 0, Math.min(1, markdown.length)) };
  if (markdown.length > NOTE_CHARACTER_LIMIT) {
    return [
      {
        ...place,
        message: `The note has ${markdown.length} characters. Keep it under ${NOTE_CHARACTER_LIMIT}, or the ticket may not take it whole.`,
      },
    ];
  }
  const limit = NOTE_WORD_LIMIT[kind];
  if (words <= limit) return [];
  const reader = kind === 'resolve' ? 'the customer' : 'the next engineer';
  return [
    {
      ...place,
      message: `The note has ${words} words; ${reader} is best served by ${limit} at most.`,
    },
  ];
}

function longBullets({ items }: NoteView): Fault[] {
  return items.flatMap(({ block }) => {
    const words = block.kind === 'bullet' ? countWords(block.text) : 0;
    if (words <= BULLET_WORD_LIMIT) return [];
    return [
      {
        from: block.from,
        to: block.to,
        message: `This bullet has ${words} words. Split it, or say it in ${BULLET_WORD_LIMIT}.`,
      },
    ];
  });
}
