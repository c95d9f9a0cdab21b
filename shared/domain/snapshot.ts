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
  messages: z.array(messageSchema).readonly(),
  facts: z.array(factSchema).readonly(),
  /** Newest first. */
  fixes: z.array(suggestedFixSchema).readonly(),
  scripts: z.array(scriptGenerationSchema).readonly(),
  drafts: z.array(draftSchema).readonly(),
  write_backs: z.array(writeBackSchema).readonly(),
});
export type SessionSnapshot = z.infer<typeof sessionSnapshotSchema>;
