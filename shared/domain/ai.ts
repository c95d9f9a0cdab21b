import { z } from 'zod';
import { idSchema, timestampSchema } from './session.ts';

/** What Claude is asked for; each has a model of its own in the settings. */
export const AI_ACTIONS = [
  'resolution_note',
  'escalation_package',
  'copilot',
  'note_review',
] as const;
export type AiAction = (typeof AI_ACTIONS)[number];

/** Name of a model as the API takes it. */
export const modelSchema = z
  .string()
  .regex(
    /^[a-zA-Z0-9][\w.:@/-]{0,99}$/,
    'A model name has letters, digits and dashes, for example claude-sonnet-5-5.',
  );

/**
 * `ready`: notes are drafted with Claude. `no_key`: none is set. `local_only`: a key may be set, but
 * the settings keep all drafting on this machine.
 */
export const aiStateSchema = z.enum(['ready', 'no_key', 'local_only']);

export const aiStatusSchema = z.object({
  state: aiStateSchema,
  /** Whether a key is set, whatever the settings say. The key itself never leaves the main process. */
  has_key: z.boolean(),
  /** Where the key is: kept by the keychain of this computer, or in memory for this run only. */
  key_storage: z.enum(['os', 'memory']),
});
export type AiStatus = z.infer<typeof aiStatusSchema>;

/** A model that the key may use, as the API lists it. */
export const aiModelSchema = z.object({ id: z.string(), name: z.string() });
export type AiModel = z.infer<typeof aiModelSchema>;

/** Exactly what goes to the API for a note, as a person can read it. Nothing else of the session is sent. */
export const aiRequestSchema = z.object({
  model: z.string(),
  /** Where it goes: `https://api.anthropic.com`, or the gateway of the settings. */
  base_address: z.string(),
  /** The standing instructions, the same for every note of a kind. */
  system: z.string(),
  /** What the session contributes. */
  message: z.string(),
  /** Secrets that were taken out of `message` before. */
  secrets_removed: z.int().nonnegative(),
});
export type AiRequest = z.infer<typeof aiRequestSchema>;

/** A request that was sent, and what it cost. With a repair turn the tokens are those of both. */
export const sentRequestSchema = aiRequestSchema.extend({
  sent_at: timestampSchema,
  /** 1, or 2 where the first answer had to be mended. */
  turns: z.int().positive(),
  input_tokens: z.int().nonnegative(),
  output_tokens: z.int().nonnegative(),
});
export type SentRequest = z.infer<typeof sentRequestSchema>;

/** What one answer cost. Tokens as the API counted them. */
export const aiUsageSchema = z.object({
  model: z.string(),
  /** All that was read, cached or not. */
  input_tokens: z.int().nonnegative(),
  output_tokens: z.int().nonnegative(),
  /** Millionths of a US dollar at the list price; null where the price of the model is not known here. */
  cost_microdollars: z.int().nonnegative().nullable(),
});
export type AiUsage = z.infer<typeof aiUsageSchema>;

/** Answers, tokens and cost of a stretch of work. */
export const usageTotalSchema = z.object({
  answers: z.int().nonnegative(),
  input_tokens: z.int().nonnegative(),
  output_tokens: z.int().nonnegative(),
  /** Of the answers whose price is known. */
  cost_microdollars: z.int().nonnegative(),
  /** Answers of models whose price is not known here; they are missing in the cost. */
  unpriced_answers: z.int().nonnegative(),
});
export type UsageTotal = z.infer<typeof usageTotalSchema>;

/** Where a turn of the copilot stands. */
export const copilotStepSchema = z.enum(['asking', 'waiting', 'writing', 'proposing', 'searching']);
export type CopilotStep = z.infer<typeof copilotStepSchema>;

/** An answer that is being written, as far as it has come. */
export const copilotTurnSchema = z.object({
  session_id: idSchema,
  message_id: idSchema,
  step: copilotStepSchema,
  text: z.string(),
  output_tokens: z.int().nonnegative(),
  started_at: timestampSchema,
});
export type CopilotTurn = z.infer<typeof copilotTurnSchema>;

/** Exactly what goes to the API with the next message to the copilot, as a person can read it. */
export const copilotRequestSchema = z.object({
  model: z.string(),
  base_address: z.string(),
  system: z.string(),
  messages: z.array(
    z.object({
      role: z.enum(['user', 'assistant']),
      text: z.string(),
      /** Pictures that go along; they are sent as they are. */
      pictures: z.int().nonnegative(),
    }),
  ),
  secrets_removed: z.int().nonnegative(),
  /** Messages of the session that are too old to go along. */
  messages_left_out: z.int().nonnegative(),
});
export type CopilotRequest = z.infer<typeof copilotRequestSchema>;
