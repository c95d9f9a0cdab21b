import { z } from 'zod';
import { idSchema, timestampSchema } from './session.ts';

/**
 * `applied` waits for a verdict; `pending` cannot be verified yet and `outcome_note` says on what it
 * waits; `failed` carries the reason in `outcome_note`.
 */
export const FIX_OUTCOMES = [
  'proposed',
  'applied',
  'worked',
  'partly',
  'failed',
  'pending',
  'dismissed',
] as const;
export const fixOutcomeSchema = z.enum(FIX_OUTCOMES);
export type FixOutcome = z.infer<typeof fixOutcomeSchema>;

export const confidenceSchema = z
  .int('The confidence is a whole number from 0 to 100.')
  .min(0, 'The confidence is a whole number from 0 to 100.')
  .max(100, 'The confidence is a whole number from 0 to 100.');

/** A proposed remedy. A newer one supersedes the older (`superseded_at`). */
export const suggestedFixSchema = z.object({
  id: idSchema,
  session_id: idSchema,
  title: z.string(),
  description: z.string(),
  confidence: z.int().min(0).max(100),
  outcome: fixOutcomeSchema,
  outcome_note: z.string().nullable(),
  outcome_at: timestampSchema.nullable(),
  /** What was done, in the past tense, as the notes say it; null where nobody wrote it down. */
  done: z.string().nullable(),
  /** `done` in the customer's words. */
  customer_done: z.string().nullable(),
  /** `outcome_note` in the customer's words; null keeps the note internal. */
  customer_note: z.string().nullable(),
  /** Of a failed fix: its change was not undone, so undoing it is a next step. */
  left_in_place: z.boolean(),
  /** When it was first said to be applied; the verdict may come later. Null in rows of older versions. */
  applied_at: timestampSchema.nullable(),
  superseded_at: timestampSchema.nullable(),
  /** The earlier session that it was brought over from. */
  from_session_id: idSchema.nullable(),
  created_at: timestampSchema,
});
export type SuggestedFix = z.infer<typeof suggestedFixSchema>;
