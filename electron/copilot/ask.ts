import type Anthropic from '@anthropic-ai/sdk';
import { AppError } from '../../shared/errors.ts';
import { CHARACTERS_A_TOKEN, streamMessage } from './stream-message.ts';
import { type CountedTokens, countTokens, inputTokens } from './tokens.ts';

/** One request for a structured answer. No tools, so an answer can do nothing but be read. */
export interface StructuredQuestion {
  readonly model: string;
  /** The same for every question of its kind, so that the API can keep it in its cache. */
  readonly system: string;
  readonly turns: readonly { readonly role: 'user' | 'assistant'; readonly text: string }[];
  /** JSON schema of the answer. */
  readonly schema: Record<string, unknown>;
  readonly max_tokens: number;
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: AnswerProgress) => void;
  /** What the answer cost, whether it can be used or not. */
  readonly onCounted?: (tokens: CountedTokens) => void;
}

export type AnswerProgress =
  /** Sent, and nothing came yet. */
  | { readonly step: 'asking' }
  /** A limit or a fault: the SDK waits and tries again. */
  | { readonly step: 'waiting' }
  /** The JSON as far as it has come. */
  | { readonly step: 'writing'; readonly text: string; readonly output_tokens: number };

export interface StructuredAnswer {
  readonly text: string;
  readonly input_tokens: number;
  readonly output_tokens: number;
}

const LIMITS_OF_A_NOTE = { silence: 45_000, whole: 180_000 };

/** Far more than `max_tokens` can be; a gateway that ignores the limit must not fill the memory. */
const LONGEST_ANSWER_CHARACTERS = 40_000;

/**
 * Streams one structured answer. Throws errors worded for the technician: `CANCELLED` after an abort;
 * `AI_FAILED` for a refusal and for an answer that was cut off.
 */
export async function askStructured(
  client: Anthropic,
  question: StructuredQuestion,
): Promise<StructuredAnswer> {
  const { model, system, turns, schema, max_tokens, signal, onProgress = () => {} } = question;
  onProgress({ step: 'asking' });
  let text = '';
  const message = await streamMessage(
    client,
    {
      model,
      max_tokens,
      system: [{ type: 'text', text: system, cache_control: { type: 'ephemeral' } }],
      messages: turns.map(({ role, text: content }) => ({ role, content })),
      output_config: { format: { type: 'json_schema', schema } },
    },
    {
      signal,
      limits: LIMITS_OF_A_NOTE,
      onFault: () => onProgress({ step: 'waiting' }),
      onEvent(event) {
        if (event.type === 'message_start') text = '';
        if (event.type !== 'content_block_delta' || event.delta.type !== 'text_delta') return;
        text += event.delta.text;
        if (text.length > LONGEST_ANSWER_CHARACTERS) {
          throw new AppError('AI_FAILED', 'The answer came out far too long and was cut off.');
        }
        const output_tokens = Math.ceil(text.length / CHARACTERS_A_TOKEN);
        onProgress({ step: 'writing', text, output_tokens });
      },
    },
  );
  question.onCounted?.(countTokens(message.usage));
  return readAnswer(message);
}

function readAnswer(message: Anthropic.Message): StructuredAnswer {
  if (message.stop_reason === 'refusal') {
    throw new AppError(
      'AI_FAILED',
      'Claude declined to answer. Take out what may have given offense and try again.',
    );
  }
  if (
    message.stop_reason === 'max_tokens' ||
    message.stop_reason === 'model_context_window_exceeded'
  ) {
    throw new AppError('AI_FAILED', 'The answer came out too long and was cut off. Try again.');
  }
  const text = message.content
    .flatMap((block) => (block.type === 'text' ? [block.text] : []))
    .join('');
  if (text.trim() === '') {
    throw new AppError('AI_FAILED', 'The AI answered nothing. Try again.');
  }
  const tokens = countTokens(message.usage);
  return { text, input_tokens: inputTokens(tokens), output_tokens: tokens.output };
}
