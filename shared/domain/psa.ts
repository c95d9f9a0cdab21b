import { z } from 'zod';

/** A named row of the PSA. */
export const psaReferenceSchema = z.object({ id: z.int(), name: z.string() });

/** A ticket as the screen shows it. */
export const psaTicketSchema = z.object({
  id: z.int().positive(),
  summary: z.string(),
  board: psaReferenceSchema,
  status: psaReferenceSchema,
  company: psaReferenceSchema.nullable(),
  contact: z.string().nullable(),
  priority: psaReferenceSchema.nullable(),
  owner: z.string().nullable(),
  closed: z.boolean(),
  /** Why notes must not go here, in words; null where they may. */
  refusal: z.string().nullable(),
  last_updated: z.string().nullable(),
});
export type PsaTicketShown = z.infer<typeof psaTicketSchema>;

/** A note of a ticket, as far as it may be pulled into a session. */
export const psaNoteSchema = z.object({
  id: z.int(),
  text: z.string(),
  /** Whether customers see it. */
  internal: z.boolean(),
  author: z.string().nullable(),
  created_at: z.string().nullable(),
});

/** A board with its statuses, closed and inactive ones marked. */
export const psaBoardSchema = psaReferenceSchema.extend({
  inactive: z.boolean(),
  statuses: z.array(psaReferenceSchema.extend({ inactive: z.boolean(), closed: z.boolean() })),
});
export type PsaBoardShown = z.infer<typeof psaBoardSchema>;

/** What is set up of the connection, and where its keys are. The keys themselves never leave the main process. */
export const psaStatusSchema = z.object({
  state: z.enum(['ready', 'not_configured']),
  /** What is still missing, in the order in which it is best entered. */
  missing: z.array(z.enum(['site', 'company', 'client_id', 'keys'])),
  has_keys: z.boolean(),
  key_storage: z.enum(['os', 'memory']),
});
export type PsaStatusShown = z.infer<typeof psaStatusSchema>;

export const connectionReportSchema = z.object({
  ok: z.boolean(),
  steps: z.array(
    z.object({
      name: z.enum(['address', 'company', 'keys', 'rights']),
      ok: z.boolean(),
      message: z.string(),
    }),
  ),
});

/** Which status a ticket of a board gets; null leaves the status as it is. */
export const boardStatusesSchema = z.object({
  resolve: psaReferenceSchema.nullable(),
  escalate: psaReferenceSchema.nullable(),
});
export type BoardStatuses = z.infer<typeof boardStatusesSchema>;
