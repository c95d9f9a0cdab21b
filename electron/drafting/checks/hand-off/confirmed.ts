import { NOTE_HEADINGS } from '../../../../shared/notes/sections.ts';
import { countWords } from '../../language/sentences.ts';
import { itemsIn, type NoteItem, type NoteView } from '../note-view.ts';
import { type Fault, rule } from '../rule.ts';
import { addLine, addToLine, filledSection, placeOfSection } from './insert.ts';

const [, CONFIRMED] = NOTE_HEADINGS.escalate;

const LOOKED =
  /^(?:we |i |also |then )?(?:checked|tested|verified|reviewed|inspected|examined|looked (?:at|into|through|for)|read|opened|pinged|measured|compared|traced|scanned|went through|asked)\b/i;
/** A second part of the sentence tells what came of it. */
const RESULT =
  /[:;]\s|,\s|\b(?:and|which|where|but|while|showed?|shows|found|finds|saw|no|not|without|nothing|is|are|was|were|has|had|held|holds|works?|worked|failed|fails|ok|fine|normal|clean|empty|full|as|result|at|with (?:an? )?(?:error|result))\b/i;

/**
 * H3: a confirmed line gives a result, not the action alone, and says where it comes from if that is the
 * ticket; facts of several days say when.
 */
export const confirmedDetailsRule = rule(
  'H3',
  (note) => [...actionsAlone(note), ...ticketLines(note), ...severalDays(note)],
  { level: 'warn', kinds: ['escalate'] },
);

function actionsAlone(note: NoteView): Fault[] {
  return itemsIn(note, CONFIRMED).flatMap((item): Fault[] => {
    const { text } = item.block;
    const looked = text.match(LOOKED)?.[0];
    if (looked === undefined || RESULT.test(text.slice(looked.length)) || countWords(text) > 12)
      return [];
    return [
      {
        ...whole(item),
        message: 'The next engineer will not know what came of this. Give the result.',
        ...addToLine(note, item, ': result not recorded'),
      },
    ];
  });
}

function ticketLines(note: NoteView): Fault[] {
  const ofTicket = new Set(
    note.bundle.facts
      .filter((fact) => fact.source_type === 'ticket')
      .map((fact) => fact.evidence_id),
  );
  return itemsIn(note, CONFIRMED).flatMap((item): Fault[] => {
    if (item.provenance !== 'generated' || item.evidence_ids.length === 0) return [];
    if (!item.evidence_ids.every((id) => ofTicket.has(id))) return [];
    if (
      /\b(?:ticket|according to|reported|reports|vendor|alert|case|monitoring|mail)\b/i.test(
        item.block.text,
      )
    )
      return [];
    return [
      {
        ...whole(item),
        message: 'The next engineer will take this as checked; it comes from the ticket alone.',
        ...addToLine(note, item, ' (ticket)'),
      },
    ];
  });
}

const TIME =
  /\b(?:\d{1,2}[:.]\d\d|january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|this morning|last night|noted (?:on|between))\b|\b\d{1,2}\/\d{1,2}\b|\b20\d\d-\d\d-\d\d\b/i;

function severalDays(note: NoteView): Fault[] {
  const section = filledSection(note, CONFIRMED);
  const times = note.bundle.facts.map((fact) => fact.created_at);
  if (section === undefined || times.length === 0 || TIME.test(section.text)) return [];
  const [first, last] = [dayOf(Math.min(...times)), dayOf(Math.max(...times))];
  if (first === last) return [];
  return [
    {
      ...placeOfSection(section),
      message:
        'These facts are of more than one day, and no line says when. The next engineer cannot tell old from new.',
      ...addLine(note, section, 'bullet', `Noted between ${first} and ${last}.`),
    },
  ];
}

function dayOf(time: number): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(time);
}

function whole({ block }: NoteItem): { from: number; to: number } {
  return { from: block.from, to: block.to };
}
