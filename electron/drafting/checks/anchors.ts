import { findAnchors, holdsAnchor } from '../language/anchors.ts';
import { QUOTATION } from '../language/quotations.ts';
import { generatedItems } from './evidence.ts';
import { type NoteItem, type NoteView, placeOf } from './note-view.ts';
import { type Fault, rule } from './rule.ts';

/**
 * G2: every number, name with a digit, address, path, file or account of a generated line stands in a
 * row that the line cites, or in the session's own description.
 */
export const anchorsRule = rule('G2', (note) =>
  generatedItems(note).flatMap((item): Fault[] => {
    const texts = [...note.sources.texts(item.evidence_ids), note.sources.session];
    return findAnchors(item.block.text)
      .filter((anchor) => !holdsAnchor(texts, anchor.text))
      .map((anchor) => ({
        ...placeOf(item, anchor.from, anchor.to),
        message: `“${anchor.text}” stands in no fact that this line rests on.`,
      }));
  }),
);

/** G3: quoted words stand exactly so in one row that the line cites. */
export const quotesRule = rule('G3', (note) =>
  generatedItems(note).flatMap((item): Fault[] =>
    Array.from(item.block.text.matchAll(QUOTATION)).flatMap((match): Fault[] => {
      if (isSaid(note, item, match[1] ?? '')) return [];
      const place = placeOf(item, match.index, match.index + match[0].length);
      const inner = note.markdown.slice(place.from + 1, place.to - 1);
      return [
        {
          ...place,
          message:
            'Nobody on record said exactly these words. Take the quotation marks off, or quote word for word.',
          repair: { label: 'Remove the quotation marks', ...place, replacement: inner },
        },
      ];
    }),
  ),
);

function isSaid(note: NoteView, item: NoteItem, words: string): boolean {
  const said = words.trim().toLowerCase().replace(/[.,]$/, '');
  const texts = [...note.sources.texts(item.evidence_ids), note.sources.session];
  return texts.some((text) => text.includes(said));
}
