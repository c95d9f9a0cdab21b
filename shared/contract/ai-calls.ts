import { z } from 'zod';
import { aiModelSchema, aiRequestSchema, aiStatusSchema, sentRequestSchema } from '../domain/ai.ts';
import { noteKindSchema } from '../domain/note.ts';
import { idSchema } from '../domain/session.ts';
import { LIMITS } from '../limits.ts';
import { call } from './define.ts';

const noteOf = { session_id: idSchema, kind: noteKindSchema };

/** A key as it is pasted: whatever white space came along is dropped. It goes in and never comes back out. */
const apiKey = z
  .string()
  .max(LIMITS.api_key, 'This is too long for an API key. Copy the key alone.')
  .transform((raw) => raw.replace(/\s+/g, ''))
  .refine((key) => key !== '', 'Paste the API key first.')
  .refine(
    (key) => /^[\x21-\x7E]+$/.test(key),
    'An API key has only plain letters, digits and signs. Copy it again.',
  );

export const aiCalls = {
  'ai.status': call({
    summary: 'Whether notes are drafted with Claude, and where the key is kept.',
    input: z.object({}),
    output: aiStatusSchema,
  }),
  'ai.setKey': call({
    summary: 'Keeps the Anthropic API key in the keychain; replaces the one before.',
    input: z.object({ key: apiKey }),
    output: aiStatusSchema,
    verbatim: true,
  }),
  'ai.removeKey': call({
    summary: 'Removes the Anthropic API key.',
    input: z.object({}),
    output: aiStatusSchema,
  }),
  'ai.models': call({
    summary:
      'The models that the key may use, asked from the API: also the test of key and address.',
    input: z.object({}),
    output: z.object({ models: z.array(aiModelSchema) }),
    cancellable: true,
  }),
  'ai.requestFor': call({
    summary: 'Exactly what would be sent to the AI for this note, in full.',
    input: z.object(noteOf),
    output: aiRequestSchema.extend({
      /** Words near a credential word that look like a value, so that a person can look: offsets into `message`. */
      doubts: z.array(z.object({ from: z.int().nonnegative(), to: z.int().nonnegative() })),
    }),
  }),
  'ai.sentFor': call({
    summary:
      'What was sent to the AI for the newest draft of this note, or null where nothing was.',
    input: z.object(noteOf),
    output: sentRequestSchema.nullable(),
  }),
};
