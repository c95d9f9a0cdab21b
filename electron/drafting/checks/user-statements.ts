import type { SourceType } from '../../../shared/domain/fact.ts';
import { NOTE_HEADINGS } from '../../../shared/notes/sections.ts';
import { SESSION_EVIDENCE } from '../bundle.ts';
import { isFixedSentence } from '../fixed-sentences.ts';
import { isAttributed } from '../language/attribution.ts';
import { splitSentences } from '../language/sentences.ts';
import { generatedItems } from './evidence.ts';
import type { NoteItem, NoteView } from './note-view.ts';
import { type Fault, rule } from './rule.ts';

const [, , ROOT_CAUSE, RESOLUTION] = NOTE_HEADINGS.resolve;

/**
 * G5: what only a user said is told as said. It holds under "confirmed"; the problem is the user's
 * account by its nature, and what a check showed may be told as fact. Where the customer reads the
 * cause and what was done, nothing may rest on the ticket or a user alone and sound like our word.
 */
export const userStatementsRule = rule(
  'G5',
  (note) => {
    const users = rowsOf(note, ['user_report']);
    const hearsay = new Set([...users, ...rowsOf(note, ['ticket']), SESSION_EVIDENCE]);
    return generatedItems(note)
      .filter((item) => item.evidence_ids.length > 0 && !isFixedSentence(item.block.text))
      .filter((item) => !isAttributed(item.block.text))
      .flatMap((item): Fault[] => {
        const restsOn = (rows: ReadonlySet<string>) =>
          item.evidence_ids.every((id) => rows.has(id));
        if (item.section === NOTE_HEADINGS[note.kind][1])
          return restsOn(users) ? [unattributed(item, 'warn')] : [];
        const isOurWord = note.kind === 'resolve' && isResult(item) && !isAdvice(item);
        return isOurWord && restsOn(hearsay) ? [unattributed(item, 'block')] : [];
      });
  },
  { level: 'warn' },
);

function rowsOf({ bundle }: NoteView, sources: readonly SourceType[]): ReadonlySet<string> {
  return new Set(
    bundle.facts
      .filter((fact) => sources.includes(fact.source_type))
      .map((fact) => fact.evidence_id),
  );
}

function isResult({ section }: NoteItem): boolean {
  return section === ROOT_CAUSE || section === RESOLUTION;
}

/** What the customer may, should or need not do, that nothing was done yet, and what a vendor plans. */
const NO_CLAIM =
  /\bplease\b|\bfor you\b|\byou (?:do|need|can|may|should|must|will|have|reported|told|said|wrote)\b|^(?:if|should)\b|\b(?:no|not|nothing)\b[^.]*\byet\b|^no (?:further |more |other )?(?:action|steps?|change)\b|^nothing (?:more|else|further|needs?)\b|^the (?:vendor|supplier|manufacturer|provider) (?:plans?|planned|announced|promised)\b/i;

function isAdvice({ block }: NoteItem): boolean {
  return splitSentences(block.text).every((sentence) => NO_CLAIM.test(sentence));
}

function unattributed(item: NoteItem, level: 'warn' | 'block'): Fault {
  const start = item.block.pieces[0]?.from ?? item.block.from;
  return {
    from: item.block.from,
    to: item.block.to,
    level,
    message:
      level === 'warn'
        ? 'Only a user said this. Say so, or confirm it with a check of your own.'
        : 'Only the ticket or a user said this, and it reads as our own word. Say who said it, or record a check of your own.',
    repair: {
      label: 'Write “The user reports:” before it',
      from: start,
      to: start,
      replacement: 'The user reports: ',
    },
  };
}
