import { z } from 'zod';
import { ERROR_CODES } from '../errors.ts';
import { aiUsageSchema } from './ai.ts';
import { idSchema, timestampSchema } from './session.ts';

export const MESSAGE_AUTHORS = ['technician', 'copilot'] as const;
export const messageAuthorSchema = z.enum(MESSAGE_AUTHORS);

/**
 * How an answer of the copilot stands. Its text is kept as far as it came in every state:
 * `streaming` while it is written, `stopped` by the technician, `failed` by a fault, `interrupted`
 * because the app ended in the middle. What a technician writes is `complete`.
 */
export const MESSAGE_STATES = [
  'complete',
  'streaming',
  'stopped',
  'failed',
  'interrupted',
] as const;
export const messageStateSchema = z.enum(MESSAGE_STATES);
export type MessageState = z.infer<typeof messageStateSchema>;

/** Why an answer failed, in the technician's words. */
export const messageFailureSchema = z.object({
  code: z.enum(ERROR_CODES),
  message: z.string(),
  /** From when on it makes sense to try again. */
  retry_at: timestampSchema.optional(),
});
export type MessageFailure = z.infer<typeof messageFailureSchema>;

/** One turn in the chat lane. */
export const messageSchema = z.object({
  id: idSchema,
  session_id: idSchema,
  author: messageAuthorSchema,
  body: z.string(),
  state: messageStateSchema,
  /** Of an answer: the message of the technician that it answers. */
  reply_to: idSchema.nullable(),
  failure: messageFailureSchema.nullable(),
  /** What of an answer could not be used, in plain words: a proposal in a wrong form, for example. */
  notices: z.array(z.string()).readonly(),
  usage: aiUsageSchema.nullable(),
  created_at: timestampSchema,
});
export type Message = z.infer<typeof messageSchema>;
