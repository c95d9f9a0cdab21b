import { NOTE_HEADINGS } from '../../../shared/notes/sections.ts';
import { isFixedSentence } from '../fixed-sentences.ts';
import { itemsIn, type NoteItem, type NoteView } from './note-view.ts';
import { type Fault, rule } from './rule.ts';

/** G1: every generated line rests on rows that this session holds at this state version. */
export const evidenceRule = rule('G1', (note) =>
  generatedItems(note).flatMap((item): Fault[] => {
    const gone = item.evidence_ids.filter((id) => !note.sources.has(id));
    if (item.evidence_ids.length > 0 && gone.length === 0) return [];
    const message =
      gone.length === 0
        ? 'Nothing on record bears this line out. Put it in your own words or delete it.'
        : 'This line rests on something that is no longer on record. Regenerate the note, or delete the line.';
    return [{ from: item.block.from, to: item.block.to, message }];
  }),
);

/** G4: what is confirmed rests on confirmed facts and nothing else. */
export const confirmedRule = rule('G4', (note) => {
  const heading = NOTE_HEADINGS[note.kind][1];
  return itemsIn(note, heading)
    .filter((item) => item.provenance === 'generated' && !isFixedSentence(item.block.text))
    .filter((item) => item.evidence_ids.some((id) => !id.startsWith('fact:')))
    .map(({ block }) => ({
      from: block.from,
      to: block.to,
      message: `This is no confirmed fact, so it does not belong under “${heading}”.`,
    }));
});

/** Lines that a generator wrote and nobody changed. Code blocks and the like are a person's. */
export function generatedItems(note: NoteView): NoteItem[] {
  return note.items.filter((item) => item.provenance === 'generated');
}
