import { z } from 'zod';
import { factSchema } from './fact.ts';
import { messageSchema } from './message.ts';
import { draftSchema } from './note.ts';
import { scriptGenerationSchema } from './script.ts';
import { sessionSchema } from './session.ts';
import { suggestedFixSchema } from './suggested-fix.ts';
import { writeBackSchema } from './write-back.ts';

/** Everything that the screen shows of one session, read in one transaction. Deleted facts are not in it. */
export const sessionSnapshotSchema = z.object({
  session: sessionSchema,
  messages: z.array(messageSchema),
  facts: z.array(factSchema),
  /** Newest first. */
  fixes: z.array(suggestedFixSchema),
  scripts: z.array(scriptGenerationSchema),
  drafts: z.array(draftSchema),
  write_backs: z.array(writeBackSchema),
});
export type SessionSnapshot = z.infer<typeof sessionSnapshotSchema>;
