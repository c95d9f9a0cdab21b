import { z } from 'zod';
import { idSchema, timestampSchema } from './session.ts';

export const MESSAGE_AUTHORS = ['technician', 'copilot'] as const;
export const messageAuthorSchema = z.enum(MESSAGE_AUTHORS);

/** One turn in the chat lane. */
export const messageSchema = z.object({
  id: idSchema,
  session_id: idSchema,
  author: messageAuthorSchema,
  body: z.string(),
  created_at: timestampSchema,
});
export type Message = z.infer<typeof messageSchema>;
