import { NOTE_HEADINGS } from '../../../shared/notes/sections.ts';
import { findAnchors, holdsAnchor } from '../language/anchors.ts';
import { findNamedAnchors, supportOf } from '../language/named-anchors.ts';
import { QUOTATION } from '../language/quotations.ts';
import { generatedItems } from './evidence.ts';
import { isVerbatim, type NoteItem, type NoteView, placeOf } from './note-view.ts';
import { type Fault, rule } from './rule.ts';

const NEXT_STEPS = NOTE_HEADINGS.escalate[4];

/**
 * G2: every number, date, name with a digit, address, path, file, account or known product of a
 * generated line stands in a row that the line cites, or in the session's own description.
 */
export const anchorsRule = rule('G2', (note) =>
  generatedItems(note).flatMap((item): Fault[] => {
    if (isVerbatim(note, item)) return [];
    const texts = [...note.sources.texts(item.evidence_ids), note.sources.session];
    const { text } = item.block;
    const unknown = findAnchors(text).filter(
      (anchor) => !holdsAnchor(texts, anchor.text) && !isTier(text, anchor.from),
    );
    const faults = unknown.map((anchor) => ({
      ...placeOf(item, anchor.from, anchor.to),
      message: `“${anchor.text}” stands in no fact that this line rests on.`,
    }));
    return [...faults, ...unknownNames(note, item, texts)];
  }),
);

function unknownNames(note: NoteView, item: NoteItem, texts: readonly string[]): Fault[] {
  const { text } = item.block;
  const cited = note.sources.texts(item.evidence_ids);
  const isPlan = item.section === NEXT_STEPS;
  const anchors = findNamedAnchors(text).map((anchor) => {
    // "The 12th" in one row and its month in another make one date.
    const where = anchor.kind === 'month' ? [...texts, ...note.sources.record] : texts;
    return { ...anchor, support: supportOf(where, anchor, text.slice(anchor.to), cited) };
  });
  // A plan may set a day of its own beside one that is on record, and count what it asks for.
  const hasKnownDay = anchors.some(({ kind, support }) => kind === 'weekday' && support === 'held');
  return anchors
    .filter(({ kind, support, to }) => {
      if (support === 'held') return false;
      if (!isPlan) return true;
      return kind === 'weekday'
        ? !hasKnownDay
        : support === 'contradicted' && !MORE_OR_LESS.test(text.slice(to));
    })
    .map(({ support, from, to, text: name }) => ({
      ...placeOf(item, from, to),
      level: support === 'doubtful' ? 'warn' : 'block',
      message: `“${name}” stands in no fact that this line rests on.`,
    }));
}

/** A difference, which a plan may work out. */
const MORE_OR_LESS = /^ (?:\w+ )?(?:less|more|fewer|further|other|another)\b/i;

/** "Tier 2" names who is to act, and is no figure of the case. */
function isTier(text: string, at: number): boolean {
  return /\b(?:tier|level|line)[ -]?$/i.test(text.slice(Math.max(0, at - 8), at));
}

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
