import { z } from 'zod';
import { sessionListItemSchema } from './session.ts';

/** One session that matches a search: its best passage, cut into matching and other stretches. */
export const searchHitSchema = z.object({
  session: sessionListItemSchema,
  source: z.enum(['title', 'intake', 'fact', 'message', 'note', 'ticket']),
  snippet: z.array(z.object({ text: z.string(), match: z.boolean() })),
});
export type SearchHit = z.infer<typeof searchHitSchema>;
