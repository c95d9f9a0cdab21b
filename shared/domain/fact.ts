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

/**
 * What a fact is to the notes: `symptom` (what is wrong, for whom), `finding` (what was observed),
 * `cause`, `change` (what was done, apart from fixes and scripts), `confirmation` (that it works again).
 */
export const FACT_ROLES = ['symptom', 'finding', 'cause', 'change', 'confirmation'] as const;
export const factRoleSchema = z.enum(FACT_ROLES);
export type FactRole = z.infer<typeof factRoleSchema>;

/** Who may read something: the customer and everybody else, or only the provider's own people. */
export const AUDIENCES = ['customer', 'internal'] as const;
export const audienceSchema = z.enum(AUDIENCES);
export type Audience = z.infer<typeof audienceSchema>;

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
  role: factRoleSchema,
  /** The technician's choice; null leaves it to the default (`audienceOf` in shared/notes/audience.ts). */
  chosen_audience: audienceSchema.nullable(),
  /** The words for the customer, in place of `text`; they make the fact one for the customer. */
  customer_wording: z.string().nullable(),
  /** A shorter version of a long or pasted text, for lines that only mention the fact. */
  short_wording: z.string().nullable(),
  status: factStatusSchema,
  /** The earlier session that it was brought over from. */
  from_session_id: idSchema.nullable(),
  created_at: timestampSchema,
  updated_at: timestampSchema,
  deleted_at: timestampSchema.nullable(),
});
export type Fact = z.infer<typeof factSchema>;

/** The role of a fact whose role nobody chose. */
export function defaultRole(source: SourceType): FactRole {
  return source === 'user_report' || source === 'ticket' ? 'symptom' : 'finding';
}

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
