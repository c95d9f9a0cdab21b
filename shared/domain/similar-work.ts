import { z } from 'zod';
import { factSchema } from './fact.ts';
import { sessionListItemSchema } from './session.ts';
import { suggestedFixSchema } from './suggested-fix.ts';

/** An earlier, closed session that is like the one at hand, and what helped there. */
export const similarWorkSchema = z.object({
  session: sessionListItemSchema,
  /** Words of this session that stand there too, the most telling first. */
  shared_words: z.array(z.string()),
  /** The fix that worked there, or else the one that was active last. */
  fix: suggestedFixSchema.nullable(),
  /** Confirmed facts, those nearest to this session first; a few. */
  facts: z.array(factSchema),
});
export type SimilarWork = z.infer<typeof similarWorkSchema>;
