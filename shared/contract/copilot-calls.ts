import { z } from 'zod';
import { copilotRequestSchema, copilotTurnSchema, usageTotalSchema } from '../domain/ai.ts';
import { attachmentSchema, imageTypeSchema } from '../domain/attachment.ts';
import { messageSchema } from '../domain/message.ts';
import { proposalSchema } from '../domain/proposal.ts';
import { idSchema } from '../domain/session.ts';
import { optionalText, requiredLine, requiredText } from '../domain/text-fields.ts';
import { LIMITS, MAX_PICTURE_INPUT_BYTES } from '../limits.ts';
import { call } from './define.ts';

const attachmentName = requiredLine('The name of the attachment', LIMITS.attachment_name);

export const copilotCalls = {
  'messages.add': call({
    summary: "Adds one of the technician's own messages to the lane; nobody is asked about it.",
    input: z.object({
      session_id: idSchema,
      body: optionalText('The message', LIMITS.message),
      attachment_ids: z.array(idSchema).max(LIMITS.attachments_a_message).default([]),
    }),
    output: messageSchema,
  }),
  'messages.earlier': call({
    summary: 'Messages before one, the newest of them last.',
    input: z.object({
      session_id: idSchema,
      before: idSchema,
      limit: z.int().min(1).max(1_000).default(LIMITS.messages_page),
    }),
    output: z.array(messageSchema),
  }),
  'copilot.send': call({
    summary:
      'Adds a message of the technician and lets the copilot answer it, where one is set up. The answer comes as `copilot.progress`.',
    input: z.object({
      session_id: idSchema,
      body: optionalText('The message', LIMITS.message),
      attachment_ids: z.array(idSchema).max(LIMITS.attachments_a_message).default([]),
      /** A message of the technician that this one is a new wording of: it and all after it leave the lane. */
      replaces: idSchema.nullable().default(null),
    }),
    output: z.object({
      message: messageSchema,
      /** The answer that is being written; null without a copilot. */
      answer: messageSchema.nullable(),
    }),
  }),
  'copilot.retry': call({
    summary: 'Has an answer written anew; the one before leaves the lane.',
    input: z.object({ message_id: idSchema }),
    output: z.object({ answer: messageSchema }),
  }),
  'copilot.stop': call({
    summary: 'Stops the answer of a session that is being written; what has come of it stays.',
    input: z.object({ session_id: idSchema }),
    output: z.object({ stopped: z.boolean() }),
  }),
  'copilot.turn': call({
    summary: 'The answer of a session that is being written, as far as it has come.',
    input: z.object({ session_id: idSchema }),
    output: z.object({ turn: copilotTurnSchema.nullable() }),
  }),
  'copilot.requestFor': call({
    summary: 'Exactly what would be sent to the AI with the next message, in full.',
    input: z.object({ session_id: idSchema }),
    output: copilotRequestSchema,
  }),
  'proposals.reject': call({
    summary:
      'Turns down what the copilot proposed. A proposed fact leaves the facts, a check its list.',
    input: z.object({ proposal_id: idSchema }),
    output: proposalSchema,
  }),
  'attachments.addText': call({
    summary: 'Keeps a pasted output as evidence of a fact or a script run.',
    input: z
      .object({
        session_id: idSchema,
        name: attachmentName,
        text: requiredText('The output', LIMITS.attachment_text),
        fact_id: idSchema.nullable().default(null),
        script_id: idSchema.nullable().default(null),
      })
      .refine(({ fact_id, script_id }) => (fact_id === null) !== (script_id === null), {
        message: 'An output belongs to one fact or one script.',
      }),
    output: attachmentSchema,
  }),
  'attachments.addImage': call({
    summary: 'Keeps a picture for the next message. It is sent to the copilot as it is.',
    input: z.object({
      session_id: idSchema,
      name: attachmentName,
      media_type: imageTypeSchema,
      /** Base64. */
      data: z.base64('This picture cannot be read.'),
    }),
    output: attachmentSchema,
    input_bytes: MAX_PICTURE_INPUT_BYTES,
  }),
  'attachments.get': call({
    summary: 'What an attachment holds.',
    input: z.object({ attachment_id: idSchema }),
    output: z.object({
      attachment: attachmentSchema,
      /** Base64 of a picture, else the text itself. */
      data: z.string(),
    }),
  }),
  'attachments.remove': call({
    summary: 'Drops a picture that was not sent yet.',
    input: z.object({ attachment_id: idSchema }),
    output: z.object({ removed: z.boolean() }),
  }),
  'ai.usage': call({
    summary: 'What the AI cost: in a session, and in this calendar month.',
    input: z.object({ session_id: idSchema.nullable().default(null) }),
    output: z.object({
      session: usageTotalSchema.nullable(),
      month: usageTotalSchema,
      /** US dollars; null for no limit. */
      monthly_limit: z.int().nullable(),
      limit_reached: z.boolean(),
    }),
  }),
};
