import type { Redact } from './access.ts';
import type { Answer, Fetch } from './answer.ts';
import { answerFailure, type Failure, type FailureContext, unreadableFailure } from './errors.ts';
import { faultFailure, outcomeUnknown } from './fault-errors.ts';
import { exchange, type HttpRequest, unlessStopped } from './http.ts';
import type { Operation } from './operation.ts';
import { pauseBefore } from './retry.ts';

/** Time, as it can be played in a test. */
export interface Timing {
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly now: () => number;
  readonly random: () => number;
  /** One attempt, from the first byte to the last. */
  readonly timeout_milliseconds: number;
}

export interface Call<T> {
  readonly operation: Operation;
  readonly request: HttpRequest;
  /** What is wanted of the answer; undefined where it holds no such thing. */
  readonly parse: (value: unknown) => T | undefined;
  /**
   * `read` changes nothing and is repeated. `change` ends the same however often it is done, and is
   * repeated. `create` would make a second one: it is sent once, whatever happens.
   */
  readonly effect: 'read' | 'change' | 'create';
  /**
   * Asked before a `change` that may have been done is repeated, for each time may mail the customer
   * again: what it ended in, if it was done.
   */
  readonly done?: () => Promise<T | null>;
}

export interface SendOptions extends Timing {
  readonly fetch: Fetch;
  readonly redact: Redact;
  readonly signal: AbortSignal;
}

export type Sent<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure };

/** Sends a call, and again where that helps and cannot do harm. Never rejects. */
export async function send<T>(call: Call<T>, options: SendOptions): Promise<Sent<T>> {
  const { operation, request, effect } = call;
  const { redact, now, signal } = options;
  const context = { operation, host: new URL(request.url).host, redact, now };
  /** Some attempt may have been carried out, whatever a later one was answered. */
  let inDoubt = false;

  for (let attempt = 1; ; attempt += 1) {
    const sent = await attemptOnce(call, context, options);
    if (sent.ok) return sent;
    inDoubt ||= effect !== 'read' && sent.failure.in_doubt;
    const failed = inDoubt ? asUnknown(sent.failure, context) : sent;

    const { retry } = sent.failure;
    const pause =
      retry === null || effect === 'create'
        ? null
        : pauseBefore(attempt, retry.after, options.random);
    if (pause === null) return failed;
    const slept = await unlessStopped(options.sleep(pause), signal).then(
      () => true,
      () => false,
    );
    if (!slept) return inDoubt ? failed : stopped(context);
    if (inDoubt && call.done !== undefined) {
      const value = await call.done().catch(() => undefined);
      if (value === undefined) return failed;
      if (value !== null) return { ok: true, value };
    }
  }
}

async function attemptOnce<T>(
  { request, parse }: Call<T>,
  context: FailureContext,
  options: SendOptions,
): Promise<Sent<T>> {
  const { answer, fault } = await exchange(request, options);
  if (fault !== undefined) return { ok: false, failure: faultFailure(fault, context) };
  if (answer.status < 200 || answer.status >= 300) {
    return { ok: false, failure: answerFailure(answer, context) };
  }
  const value = parsed(answer, parse);
  if (value === undefined) return { ok: false, failure: unreadableFailure(answer, context) };
  return { ok: true, value };
}

function parsed<T>({ body }: Answer, parse: (value: unknown) => T | undefined): T | undefined {
  return body.kind === 'json' ? parse(body.value) : undefined;
}

function asUnknown({ error }: Failure, context: FailureContext): Sent<never> {
  const unknown = outcomeUnknown(context, error);
  return {
    ok: false,
    failure: { error: unknown, retry: null, in_doubt: true, route_missing: false },
  };
}

function stopped(context: FailureContext): Sent<never> {
  const fault = { kind: 'cancelled', nothing_sent: true, cause: undefined } as const;
  return { ok: false, failure: faultFailure(fault, context) };
}
