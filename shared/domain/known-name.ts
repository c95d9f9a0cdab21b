import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { requiredLine } from './text-fields.ts';

export const NAME_KINDS = ['host', 'account'] as const;
export const nameKindSchema = z.enum(NAME_KINDS);
export type NameKind = z.infer<typeof nameKindSchema>;

/**
 * A computer, device or account of this session, by its name: from the ticket's configurations, from
 * typed template parameters, or marked by the technician. It is internal, and looked up as a whole
 * word; names are never guessed from their spelling.
 */
export const knownNameSchema = z.object({
  name: requiredLine('The name', LIMITS.known_name),
  kind: nameKindSchema,
  /** What the customer calls it, for example "the web server"; null where nobody said. */
  wording: z.string().nullable(),
});
export type KnownName = z.infer<typeof knownNameSchema>;
