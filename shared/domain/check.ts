import { z } from 'zod';
import { factStatusSchema } from './fact.ts';
import { idSchema, timestampSchema } from './session.ts';

export const CHECK_STATES = ['open', 'done', 'dropped'] as const;
export const checkStateSchema = z.enum(CHECK_STATES);

/** A diagnostic check to run. Done, its result is a fact of the source type `diagnostic_check`. */
export const checkSchema = z.object({
  id: idSchema,
  session_id: idSchema,
  /** What to run or look at. */
  instruction: z.string(),
  /** What the result would mean; empty where nobody said. */
  meaning: z.string(),
  state: checkStateSchema,
  /** `proposed` by the copilot until the technician keeps it or does it; only `confirmed` ones reach a note. */
  status: factStatusSchema,
  /** The fact that holds the result. */
  fact_id: idSchema.nullable(),
  created_at: timestampSchema,
});
export type Check = z.infer<typeof checkSchema>;
