import { z } from 'zod';
import { ERROR_CODES } from '../errors.ts';
import { idSchema, timestampSchema } from './session.ts';

/** `resolve`: a resolution note that the customer sees. `escalate`: an escalation package, internal only. */
export const NOTE_KINDS = ['resolve', 'escalate'] as const;
export const noteKindSchema = z.enum(NOTE_KINDS);
export type NoteKind = z.infer<typeof noteKindSchema>;

/** How the AI words the note that a customer reads. */
export const noteToneSchema = z.enum(['plain', 'friendly', 'formal']);
export type NoteTone = z.infer<typeof noteToneSchema>;

/** Who wrote a preview: Claude, or the deterministic drafter on this machine. */
export const originSchema = z.enum(['ai', 'local']);

/** The row that a sentence rests on: `fact:12`, `fix:3`, `script:4`, `check:5`, or `session` for its own fields. */
export const evidenceIdSchema = z
  .string()
  .regex(/^(fact|fix|script|check):[1-9]\d*$|^session$/, 'Not an evidence id.');

/**
 * Where one sentence of a note comes from, in the order of the text. `from`/`to` are offsets (UTF-16
 * units) into the markdown, `line` counts from 1. Headings and blank lines are not listed.
 */
export const sentenceEvidenceSchema = z.object({
  line: z.int().positive(),
  from: z.int().nonnegative(),
  to: z.int().nonnegative(),
  /** `fixed`: standard text. `technician`: written by hand, a statement of their own. */
  provenance: z.enum(['generated', 'fixed', 'technician']),
  evidence_ids: z.array(evidenceIdSchema),
});
export type SentenceEvidence = z.infer<typeof sentenceEvidenceSchema>;

/**
 * A confirmed row that the note does not mention, and why: `internal` by its audience;
 * `internal_value`: it holds an address, path, account or known name and has no customer wording;
 * `not_used`: it was open to the note, and no sentence rests on it.
 */
export const leftOutSchema = z.object({
  evidence_id: evidenceIdSchema,
  reason: z.enum(['internal', 'internal_value', 'not_used']),
});
export type LeftOut = z.infer<typeof leftOutSchema>;

/** `block` stops the posting, `warn` does not. */
export const findingLevelSchema = z.enum(['block', 'warn']);

/** One thing a note check found. `from`/`to` are offsets (UTF-16 units) into the markdown; `line` counts from 1. */
export const findingSchema = z.object({
  rule_id: z.string(),
  level: findingLevelSchema,
  /** Whether the technician may post all the same, with a reason. */
  can_override: z.boolean(),
  message: z.string(),
  line: z.int().positive(),
  from: z.int().nonnegative(),
  to: z.int().nonnegative(),
  /** A one-press repair: replace `from`–`to` by `replacement`. */
  repair: z
    .object({
      label: z.string(),
      from: z.int().nonnegative(),
      to: z.int().nonnegative(),
      replacement: z.string(),
    })
    .nullable(),
});
export type Finding = z.infer<typeof findingSchema>;

/** Why the AI did not write a note, in words for the technician; never more of the cause than that. */
export const aiFailureSchema = z.object({
  code: z.enum(ERROR_CODES),
  message: z.string(),
  /** Milliseconds since 1970 from which on a new attempt makes sense; null where any time is as good. */
  retry_at: timestampSchema.nullable(),
});
export type AiFailure = z.infer<typeof aiFailureSchema>;

/** A generated note for (kind, session, state version). */
export const previewSchema = z.object({
  session_id: idSchema,
  kind: noteKindSchema,
  markdown: z.string(),
  evidence: z.array(sentenceEvidenceSchema),
  /** `CW #48213`, or null for a session without a ticket. */
  target_ticket_ref: z.string().nullable(),
  state_version: z.int().nonnegative(),
  from_cache: z.boolean(),
  origin: originSchema,
  /** Why the local drafter stands in for the AI; null where it does not, or was asked for. */
  ai_failure: aiFailureSchema.nullable(),
  findings: z.array(findingSchema),
  left_out: z.array(leftOutSchema),
});
export type Preview = z.infer<typeof previewSchema>;

/** The technician's own edit of a preview. `base_markdown` is the preview it started from. */
export const draftSchema = z.object({
  session_id: idSchema,
  kind: noteKindSchema,
  markdown: z.string(),
  base_markdown: z.string(),
  base_state_version: z.int().nonnegative(),
  updated_at: timestampSchema,
});
export type Draft = z.infer<typeof draftSchema>;

/** What the note checks say of a text as it stands. */
export const noteCheckSchema = z.object({
  findings: z.array(findingSchema),
  evidence: z.array(sentenceEvidenceSchema),
  left_out: z.array(leftOutSchema),
});
export type NoteCheck = z.infer<typeof noteCheckSchema>;

/**
 * What the second reader, a model, doubts in a note (rule V1, always a warning): `off` where the
 * settings, the key or the monthly limit do not allow it to be asked.
 */
export const noteReviewSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('done'), findings: z.array(findingSchema) }),
  z.object({ state: z.literal('off') }),
  z.object({ state: z.literal('failed'), message: z.string() }),
]);
export type NoteReview = z.infer<typeof noteReviewSchema>;
