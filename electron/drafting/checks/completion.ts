import { NOTE_HEADINGS } from '../../../shared/notes/sections.ts';
import { findCompletions } from '../language/claims.ts';
import { unknownActions } from './actions.ts';
import { unprovenAssurances } from './assurances.ts';
import { isCited, type NoteItem, type NoteView, placeOf } from './note-view.ts';
import { wrongOutcomes } from './outcomes.ts';
import { type Fault, rule } from './rule.ts';

const [PROBLEM, , TRIED, , NEXT_STEPS] = NOTE_HEADINGS.escalate;

/**
 * G12: "resolved", "verified", "backup checked" need a row that bears them out, as do the outcome of a
 * fix, a step taken, and the word that something is safe. A generated line without one blocks; a
 * completion in a technician's own statement is a question only.
 */
export const completionRule = rule('G12', (note) => {
  const elsewhere = note.items.filter(
    (item) => item.section !== TRIED && item.section !== NEXT_STEPS && item.provenance !== 'fixed',
  );
  return [
    ...unprovenCompletions(note),
    ...wrongOutcomes(
      note,
      elsewhere.filter((item) => item.section !== PROBLEM),
    ),
    ...unknownActions(note, elsewhere),
    ...unprovenAssurances(note, elsewhere),
  ];
});

function unprovenCompletions(note: NoteView): Fault[] {
  return note.items
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
    );
}

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
