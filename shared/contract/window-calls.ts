import { z } from 'zod';
import { idSchema } from '../domain/session.ts';
import { call } from './define.ts';

/** What a link from outside names, and what of it there is here. */
export const openedLinkSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('session'), session_id: idSchema, found: z.boolean() }),
  z.object({
    kind: z.literal('ticket'),
    ticket_id: idSchema,
    /** The session of this ticket, an active one before a closed one; null where there is none. */
    session_id: idSchema.nullable(),
  }),
]);
export type OpenedLink = z.infer<typeof openedLinkSchema>;

export const windowCalls = {
  'links.take': call({
    summary:
      'The link from outside that waits, once; null where none does. It asks for nothing but to be shown.',
    input: z.object({}),
    output: z.object({ link: openedLinkSchema.nullable() }),
  }),
  'diagnostics.report': call({
    summary:
      'A report on this installation as text, without secrets and names as far as a program can tell.',
    input: z.object({}),
    output: z.object({ text: z.string() }),
  }),
};
