import { cleanText, hiddenCharacterOffsets } from '../../../shared/text.ts';
import { SESSION_EVIDENCE } from '../bundle.ts';
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

/** A generated line may hold such a phrase only from a row that it cites; a person, from any. */
function instructions(note: NoteView): Fault[] {
  const { sources } = note;
  return faultsInText(
    note,
    findInstructions,
    (found) =>
      `“${found.text}” reads like an order to a machine, and no fact holds it. Take it out.`,
  ).filter(({ from, to }) => {
    const phrase = note.markdown.slice(from, to).toLowerCase();
    const item = note.items.findLast(({ block }) => block.from <= from);
    const rows =
      item?.provenance === 'generated'
        ? sources.texts(item.evidence_ids.filter((id) => id !== SESSION_EVIDENCE))
        : sources.record;
    return !rows.some((row) => row.includes(phrase));
  });
}
