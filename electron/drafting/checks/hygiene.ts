import { cleanText, hiddenCharacterOffsets } from '../../../shared/text.ts';
import { findInstructions } from '../language/instructions.ts';
import { faultsInText } from './find-text.ts';
import type { NoteView } from './note-view.ts';
import { type Fault, rule } from './rule.ts';

/** I1: no hidden characters, and no text that speaks to a machine unless a row on record holds it. */
export const hygieneRule = rule('I1', (note) => [...hiddenCharacters(note), ...instructions(note)]);

function hiddenCharacters({ markdown, lines }: NoteView): Fault[] {
  if (hiddenCharacterOffsets(markdown).length === 0) return [];
  return lines.flatMap((line): Fault[] => {
    const hidden = hiddenCharacterOffsets(line.text);
    const first = hidden[0];
    if (first === undefined) return [];
    const place = { from: line.from, to: line.to };
    return [
      {
        from: line.from + first,
        to: Math.min(line.to, line.from + first + 1),
        message:
          hidden.length === 1
            ? 'A hidden character stands here, which can make the text read differently elsewhere.'
            : `${hidden.length} hidden characters stand in this line, which can make it read differently elsewhere.`,
        repair: {
          label: 'Remove hidden characters',
          ...place,
          replacement: cleanText(line.text).text,
        },
      },
    ];
  });
}

function instructions(note: NoteView): Fault[] {
  return faultsInText(
    note,
    (text) =>
      findInstructions(text).filter(({ text: phrase }) => {
        const folded = phrase.toLowerCase();
        return !note.sources.record.some((row) => row.includes(folded));
      }),
    (found) =>
      `“${found.text}” reads like an order to a machine, and no fact holds it. Take it out.`,
  );
}
