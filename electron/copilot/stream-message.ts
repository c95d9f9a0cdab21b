import type Anthropic from '@anthropic-ai/sdk';
import type { Middleware } from '@anthropic-ai/sdk';
import { AppError } from '../../shared/errors.ts';
import { toAiError } from './ai-errors.ts';

/** How long a stream may be silent, and how long it may take in all, in milliseconds. */
export interface StreamLimits {
  readonly silence: number;
  readonly whole: number;
}

/** One request, but for what every request has: the wish for no thinking, and who listens. */
export type StreamQuestion = Omit<Anthropic.MessageStreamParams, 'thinking'>;

export interface StreamListener {
  readonly signal: AbortSignal;
  readonly limits: StreamLimits;
  /** A limit or a fault: the SDK waits and tries again. */
  onFault(): void;
  /** Each event with the message as far as it has come. What it throws ends the stream and is thrown on. */
  onEvent(event: Anthropic.MessageStreamEvent, message: Anthropic.Message): void;
}

/** Characters that a token makes up on average; the stream tells the true count only at its end. */
export const CHARACTERS_A_TOKEN = 4;

/** Models that turned out to want their own way of thinking; asked again without a word about it. */
const thinksByItself = new Set<string>();

/**
 * Streams one answer to its end. Throws errors worded for the technician: `CANCELLED` after an abort,
 * else as {@link toAiError} has them.
 */
export async function streamMessage(
  client: Anthropic,
  question: StreamQuestion,
  listener: StreamListener,
): Promise<Anthropic.Message> {
  try {
    return await stream(client, question, listener);
  } catch (failure) {
    if (!rejectsThinking(failure) || thinksByItself.has(question.model)) throw failure;
    thinksByItself.add(question.model);
    return stream(client, question, listener);
  }
}

async function stream(
  client: Anthropic,
  question: StreamQuestion,
  { signal, limits, onFault, onEvent }: StreamListener,
): Promise<Anthropic.Message> {
  const limit = new AbortController();
  const stop = (why: string) => () => limit.abort(new Error(why));
  const whole = setTimeout(stop('the answer took too long and timed out'), limits.whole);
  let silence: NodeJS.Timeout | undefined;
  const listen = () => {
    clearTimeout(silence);
    silence = setTimeout(stop('the stream stalled'), limits.silence);
  };
  try {
    const answer = client.messages.stream(
      {
        ...question,
        // Answers are short and rest on what is given; thinking would eat the tokens of the answer.
        ...(thinksByItself.has(question.model) ? {} : { thinking: { type: 'disabled' } }),
      },
      {
        signal: AbortSignal.any([signal, limit.signal]),
        middleware: [tellingFaults(onFault)],
      },
    );
    answer.on('connect', listen);
    answer.on('streamEvent', (event, message) => {
      listen();
      try {
        onEvent(event, message);
      } catch (failure) {
        limit.abort(failure);
      }
    });
    return await answer.finalMessage();
  } catch (failure) {
    if (signal.aborted) throw new AppError('CANCELLED', 'Stopped.', undefined, { cause: failure });
    throw toAiError(limit.signal.aborted ? limit.signal.reason : failure);
  } finally {
    clearTimeout(whole);
    clearTimeout(silence);
  }
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
