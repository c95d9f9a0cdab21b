import { NOTE_HEADINGS } from '../../../shared/notes/sections.ts';
import { findCompletions, findUserVerifications, userVerifications } from '../language/claims.ts';
import { isCited, type NoteItem, type NoteView, placeOf } from './note-view.ts';
import { type Fault, rule } from './rule.ts';

const NEXT_STEPS = NOTE_HEADINGS.escalate[4];
const [, , ROOT_CAUSE, RESOLUTION] = NOTE_HEADINGS.resolve;

/**
 * G12: "resolved", "verified", "backup checked" need a row that bears them out. A generated line
 * without one blocks; for a technician's own statement it is a question only.
 */
export const completionRule = rule('G12', (note) =>
  note.items
    .filter((item) => item.section !== NEXT_STEPS && item.provenance !== 'fixed')
    .flatMap((item) =>
      findCompletions(item.block.text)
        .filter((claim) => !isBorneOut(note, item, claim.text))
        .map(
          (claim): Fault => ({
            ...placeOf(item, claim.from, claim.to),
            level: item.provenance === 'generated' ? 'block' : 'warn',
            message: `Nothing on record says “${claim.text}”. Record the outcome, or leave the claim out.`,
          }),
        ),
    ),
);

function isBorneOut(note: NoteView, item: NoteItem, claim: string): boolean {
  if (isCited(note, item, claim)) return true;
  const folded = claim.toLowerCase();
  if (item.provenance === 'technician' && note.sources.record.some((text) => text.includes(folded)))
    return true;
  if (/^(?:verified|successfully tested|tested successfully|backups?)/.test(folded)) {
    const rows =
      item.provenance === 'technician'
        ? note.bundle.facts
        : note.bundle.facts.filter((fact) => item.evidence_ids.includes(fact.evidence_id));
    return !folded.startsWith('backup') && rows.some((fact) => fact.source_type !== 'ticket');
  }
  return note.bundle.fixes_tried.some((fix) => fix.outcome === 'worked');
}

/** R2: "verified with the user" only where a fact after the last change says so. */
export const userVerifiedRule = rule(
  'R2',
  (note) => {
    if (userVerifications(note.bundle).length > 0) return [];
    return note.items
      .filter((item) => item.section === RESOLUTION || item.section === ROOT_CAUSE)
      .flatMap((item) =>
        findUserVerifications(item.block.text).map((claim) => ({
          ...placeOf(item, claim.from, claim.to),
          message:
            'No fact after the last change says that the user confirmed this. Add what the user said as a fact, or leave it out.',
        })),
      );
  },
  { kinds: ['resolve'] },
);
