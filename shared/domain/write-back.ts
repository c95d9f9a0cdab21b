import { z } from 'zod';
import { noteKindSchema, originSchema } from './note.ts';
import { idSchema, timestampSchema } from './session.ts';

export const POST_OUTCOMES = ['resolved_local', 'escalated_local'] as const;
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
