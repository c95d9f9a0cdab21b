import type Anthropic from '@anthropic-ai/sdk';
import type { Middleware } from '@anthropic-ai/sdk';
import { AppError } from '../../shared/errors.ts';
import { toAiError } from './ai-errors.ts';

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

/** How long a stream may be silent, and how long an answer may take in all. */
const SILENCE_MILLISECONDS = 45_000;
const WHOLE_MILLISECONDS = 180_000;

/** Far more than `max_tokens` can be; a gateway that ignores the limit must not fill the memory. */
const LONGEST_ANSWER_CHARACTERS = 40_000;

/** Characters that a token makes up on average; the stream tells the true count only at its end. */
const CHARACTERS_A_TOKEN = 4;

/** Models that turned out to want their own way of thinking; asked again without a word about it. */
const thinksByItself = new Set<string>();

/**
 * Streams one structured answer. Throws errors worded for the technician: `CANCELLED` after an abort,
 * else as {@link toAiError} has them; `AI_FAILED` for a refusal and for an answer that was cut off.
 */
export async function askStructured(
  client: Anthropic,
  question: StructuredQuestion,
): Promise<StructuredAnswer> {
  try {
    return await stream(client, question);
  } catch (failure) {
    if (!rejectsThinking(failure) || thinksByItself.has(question.model)) throw failure;
    thinksByItself.add(question.model);
    return stream(client, question);
  }
}

async function stream(
  client: Anthropic,
  { model, system, turns, schema, max_tokens, signal, onProgress = () => {} }: StructuredQuestion,
): Promise<StructuredAnswer> {
  const limit = new AbortController();
  const stop = (why: string) => () => limit.abort(new Error(why));
  const whole = setTimeout(stop('the answer took too long and timed out'), WHOLE_MILLISECONDS);
  let silence: NodeJS.Timeout | undefined;
  const listen = () => {
    clearTimeout(silence);
    silence = setTimeout(stop('the stream stalled'), SILENCE_MILLISECONDS);
  };
  onProgress({ step: 'asking' });
  try {
    const answer = client.messages.stream(
      {
        model,
        max_tokens,
        system: [{ type: 'text', text: system, cache_control: { type: 'ephemeral' } }],
        messages: turns.map(({ role, text }) => ({ role, content: text })),
        output_config: { format: { type: 'json_schema', schema } },
        // Notes are short and rest on what is given; thinking would eat the tokens of the answer.
        ...(thinksByItself.has(model) ? {} : { thinking: { type: 'disabled' } }),
      },
      {
        signal: AbortSignal.any([signal, limit.signal]),
        middleware: [tellingFaults(() => onProgress({ step: 'waiting' }))],
      },
    );
    answer.on('connect', listen);
    answer.on('streamEvent', listen);
    answer.on('text', (_, text) => {
      if (text.length > LONGEST_ANSWER_CHARACTERS) {
        return stop('the answer ran on and on; it was cut off')();
      }
      onProgress({
        step: 'writing',
        text,
        output_tokens: Math.ceil(text.length / CHARACTERS_A_TOKEN),
      });
    });
    return readAnswer(await answer.finalMessage());
  } catch (failure) {
    if (signal.aborted) throw new AppError('CANCELLED', 'Stopped.', undefined, { cause: failure });
    throw toAiError(limit.signal.aborted ? limit.signal.reason : failure);
  } finally {
    clearTimeout(whole);
    clearTimeout(silence);
  }
}

function readAnswer(message: Anthropic.Message): StructuredAnswer {
  if (message.stop_reason === 'refusal') {
    throw new AppError(
      'AI_FAILED',
      'Claude declined to write this note. Take out what may have given offence and try again.',
    );
  }
  if (
    message.stop_reason === 'max_tokens' ||
    message.stop_reason === 'model_context_window_exceeded'
  ) {
    throw new AppError('AI_FAILED', 'The note came out too long and was cut off. Try again.');
  }
  const text = message.content
    .flatMap((block) => (block.type === 'text' ? [block.text] : []))
    .join('');
  if (text.trim() === '') {
    throw new AppError('AI_FAILED', 'The AI answered nothing. Try again.');
  }
  const { input_tokens, output_tokens, cache_read_input_tokens, cache_creation_input_tokens } =
    message.usage;
  return {
    text,
    input_tokens:
      input_tokens + (cache_read_input_tokens ?? 0) + (cache_creation_input_tokens ?? 0),
    output_tokens,
  };
}

/** The SDK retries in silence; the technician should see that it waits, not think that it hangs. */
function tellingFaults(onFault: () => void): Middleware {
  return async (request, next) => {
    try {
      const response = await next(request);
      if (response.status === 429 || response.status >= 500) onFault();
      return isLongWait(response) ? withoutRetry(response) : response;
    } catch (failure) {
      onFault();
      throw failure;
    }
  };
}

/** Nobody with a customer on the phone waits longer than this for a limit; they are told until when it holds. */
const LONGEST_WAIT_SECONDS = 10;

function isLongWait({ headers }: Response): boolean {
  const wait = headers.get('retry-after');
  if (wait === null) return false;
  const seconds = Number.parseFloat(wait);
  return Number.isNaN(seconds) || seconds > LONGEST_WAIT_SECONDS;
}

/** The SDK's own header for an answer that must not be asked for again. */
function withoutRetry(response: Response): Response {
  const headers = new Headers(response.headers);
  headers.set('x-should-retry', 'false');
  return new Response(response.body, { status: response.status, headers });
}

function rejectsThinking(failure: unknown): boolean {
  if (!(failure instanceof AppError)) return false;
  const cause = failure.cause as
    | { readonly status?: number; readonly message?: string }
    | undefined;
  return cause?.status === 400 && /thinking/i.test(cause.message ?? '');
}
