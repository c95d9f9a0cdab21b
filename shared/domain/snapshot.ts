import { z } from 'zod';
import { attachmentSchema } from './attachment.ts';
import { checkSchema } from './check.ts';
import { factSchema } from './fact.ts';
import { knownNameSchema } from './known-name.ts';
import { messageSchema } from './message.ts';
import { draftSchema } from './note.ts';
import { proposalSchema } from './proposal.ts';
import { scriptGenerationSchema } from './script.ts';
import { sessionSchema } from './session.ts';
import { suggestedFixSchema } from './suggested-fix.ts';
import { writeBackSchema } from './write-back.ts';

/** Everything that the screen shows of one session, read in one transaction. Deleted facts and replaced messages are not in it. */
export const sessionSnapshotSchema = z.object({
  session: sessionSchema,
  /** The newest, oldest of them first; `messages.earlier` has those before. */
  messages: z.array(messageSchema).readonly(),
  /** How many there are before those. */
  earlier_messages: z.int().nonnegative(),
  /** Without what they hold; `attachments.get` has that. */
  attachments: z.array(attachmentSchema).readonly(),
  /** Of the copilot, oldest first, decided ones too. */
  proposals: z.array(proposalSchema).readonly(),
  /** Oldest first, without the dropped ones. */
  checks: z.array(checkSchema).readonly(),
  names: z.array(knownNameSchema).readonly(),
  facts: z.array(factSchema).readonly(),
  /** Newest first. */
  fixes: z.array(suggestedFixSchema).readonly(),
  scripts: z.array(scriptGenerationSchema).readonly(),
  drafts: z.array(draftSchema).readonly(),
  write_backs: z.array(writeBackSchema).readonly(),
});
export type SessionSnapshot = z.infer<typeof sessionSnapshotSchema>;
