import { z } from 'zod';
import { idSchema, timestampSchema } from './session.ts';

export const SOURCE_TYPES = [
  'technician',
  'user_report',
  'diagnostic_check',
  'script_output',
  'ticket',
] as const;
export const sourceTypeSchema = z.enum(SOURCE_TYPES);
export type SourceType = z.infer<typeof sourceTypeSchema>;

/** `proposed` by the copilot until the technician confirms it; only `confirmed` facts reach a note. */
export const FACT_STATUSES = ['proposed', 'confirmed'] as const;
export const factStatusSchema = z.enum(FACT_STATUSES);

/** One thing held to be true. Deleted softly: `deleted_at` is set and the row stays. */
export const factSchema = z.object({
  id: idSchema,
  session_id: idSchema,
  text: z.string(),
  source_type: sourceTypeSchema,
  source_summary: z.string().nullable(),
  source_message_id: idSchema.nullable(),
  status: factStatusSchema,
  /** The earlier session that it was brought over from. */
  from_session_id: idSchema.nullable(),
  created_at: timestampSchema,
  updated_at: timestampSchema,
  deleted_at: timestampSchema.nullable(),
});
export type Fact = z.infer<typeof factSchema>;

/**
 * The source of a fact as notes and the AI may read it. That of a fact which was brought over names
 * an earlier session, perhaps of another customer: it stays on the screen. Null where there is none.
 */
export function sourceToTell({
  from_session_id,
  source_summary,
}: Pick<Fact, 'from_session_id' | 'source_summary'>): string | null {
  if (from_session_id !== null) return null;
  return source_summary?.trim() ? source_summary : null;
}
