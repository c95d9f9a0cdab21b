import { NOTE_HEADINGS } from '../../../shared/notes/sections.ts';
import { SESSION_EVIDENCE } from '../bundle.ts';
import {
  findNamedVerifications,
  findUserVerifications,
  userVerifications,
} from '../language/claims.ts';
import type { TextSpan } from '../language/spans.ts';
import { type NoteItem, type NoteView, placeOf } from './note-view.ts';
import { rule } from './rule.ts';

const [, , ROOT_CAUSE, RESOLUTION] = NOTE_HEADINGS.resolve;

/** R2: "verified with the user", or with somebody by name, only where a fact after the last change says so. */
export const userVerifiedRule = rule(
  'R2',
  (note) => {
    const proofs = new Set(userVerifications(note.bundle).map((fact) => fact.evidence_id));
    return note.items
      .filter((item) => item.section === RESOLUTION || item.section === ROOT_CAUSE)
      .flatMap((item) =>
        claimsOf(note, item, proofs).map((claim) => ({
          ...placeOf(item, claim.from, claim.to),
          message:
            'No fact after the last change says that the user confirmed this. Add what the user said as a fact, or leave it out.',
        })),
      );
  },
  { kinds: ['resolve'] },
);

/** "The user" may be anybody who spoke after the change; somebody by name has to be in the line's own rows. */
function claimsOf(
  note: NoteView,
  item: NoteItem,
  proofs: ReadonlySet<string>,
): readonly TextSpan[] {
  const verified = proofs.size > 0 ? [] : findUserVerifications(item.block.text);
  if (verified.length > 0 || item.provenance !== 'generated') return verified;
  if (item.evidence_ids.some((id) => proofs.has(id))) return [];
  return findNamedVerifications(item.block.text).filter((claim) => !isNoted(note, item, claim));
}

/** A row of ours says so in the same words: it may be a vendor's confirmation, or one of the symptom. */
function isNoted(note: NoteView, item: NoteItem, { text }: TextSpan): boolean {
  const hearsay = new Set([
    SESSION_EVIDENCE,
    ...note.bundle.facts
      .filter((fact) => fact.source_type === 'ticket')
      .map((fact) => fact.evidence_id),
  ]);
  const ids = item.evidence_ids.filter((id) => !hearsay.has(id));
  return note.sources.texts(ids).some((row) => row.includes(text.toLowerCase()));
}
