import type { Redact } from './access.ts';
import { type Answer, type Fetch, parseBody, readBody } from './answer.ts';
import { type Fault, faultOf } from './faults.ts';

export interface HttpRequest {
  readonly method: 'GET' | 'PATCH' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
}

export interface HttpOptions {
  readonly fetch: Fetch;
  readonly redact: Redact;
  readonly signal: AbortSignal;
  readonly timeout_milliseconds: number;
}

export type Exchange =
  | { readonly answer: Answer; readonly fault?: undefined }
  | { readonly fault: Fault; readonly answer?: undefined };

/**
 * One request, sent once, and its answer read whole within the time-out. Never rejects. Redirects are
 * refused: a request that carries keys goes where it was sent, or nowhere.
 */
export async function exchange(
  request: HttpRequest,
  { fetch, redact, signal, timeout_milliseconds }: HttpOptions,
): Promise<Exchange> {
  if (signal.aborted) return { fault: { kind: 'cancelled', nothing_sent: true, cause: undefined } };

  const timeOut = new AbortController();
  const timer = setTimeout(() => timeOut.abort(), timeout_milliseconds);
  const stop = AbortSignal.any([signal, timeOut.signal]);
  /** The status once it is known: a refusal stays one, even if its words get lost on the way. */
  let status = 0;
  try {
    const response = await unlessStopped(
      fetch(request.url, {
        method: request.method,
        headers: request.headers,
        ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
        redirect: 'error',
        credentials: 'omit',
        cache: 'no-store',
        signal: stop,
      }),
      stop,
    );
    status = response.status;
    if (status >= 300 && status < 400) {
      void response.body?.cancel().catch(() => {});
      throw new Error(`redirect (${status})`);
    }
    const retry_after = response.headers.get('retry-after');
    const body = parseBody(await unlessStopped(readBody(response, stop), stop));
    return { answer: { status, retry_after, body } };
  } catch (failure) {
    if (signal.aborted)
      return { fault: { kind: 'cancelled', nothing_sent: false, cause: undefined } };
    if (status >= 400 && status < 500) {
      return { answer: { status, retry_after: null, body: { kind: 'none' } } };
    }
    if (timeOut.signal.aborted) {
      return { fault: { kind: 'time_out', nothing_sent: false, cause: undefined } };
    }
    const fault = faultOf(failure, redact);
    return { fault: status === 0 ? fault : { ...fault, nothing_sent: false } };
  } finally {
    clearTimeout(timer);
  }
}

/** The promise's own outcome, or a rejection as soon as the signal aborts; whichever comes first. */
export async function unlessStopped<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop: () => void = () => {};
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(new Error('stopped'));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([promise, stopped]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
