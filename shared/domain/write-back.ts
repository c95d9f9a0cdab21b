import { z } from 'zod';
import { noteKindSchema, originSchema } from './note.ts';
import { idSchema, timestampSchema } from './session.ts';

/** `…_local`: the note stayed on this machine. The others: it stands on the ticket. */
export const POST_OUTCOMES = [
  'resolved_local',
  'escalated_local',
  'resolved',
  'escalated',
] as const;
export const postOutcomeSchema = z.enum(POST_OUTCOMES);
export type PostOutcome = z.infer<typeof postOutcomeSchema>;

/** A note that closed a session: the bytes posted, beside the draft they came from. */
export const writeBackSchema = z.object({
  id: idSchema,
  session_id: idSchema,
  kind: noteKindSchema,
  markdown: z.string(),
  /** SHA-256 of the note after white-space normalisation, hexadecimal. */
  digest: z.string(),
  draft_markdown: z.string().nullable(),
  draft_origin: originSchema.nullable(),
  ticket_ref: z.string().nullable(),
  outcome: postOutcomeSchema,
  /** The note's number on the ticket; null for a local one. */
  external_note_id: idSchema.nullable(),
  /** The sign that the posted note ends with. */
  reference: z.string().nullable(),
  /** The status that the ticket was seen to have after the change; null where none was verified. */
  verified_status: z.string().nullable(),
  /** Why the ticket's status was not changed, or was not verified. */
  status_transition_skipped_reason: z.string().nullable(),
  /** The technician's reason for closing the session with the ticket left as it was. */
  closed_anyway_reason: z.string().nullable(),
  created_at: timestampSchema,
});
export type WriteBack = z.infer<typeof writeBackSchema>;

/** One step in the life of a session's note, in the order it happened. */
export const auditEntrySchema = z.object({
  id: idSchema,
  session_id: idSchema,
  write_back_id: idSchema.nullable(),
  step: z.string(),
  detail: z.string(),
  created_at: timestampSchema,
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;
