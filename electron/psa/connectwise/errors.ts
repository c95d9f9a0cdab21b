import { AppError, type ErrorCode } from '../../../shared/errors.ts';
import type { Redact } from './access.ts';
import type { Answer } from './answer.ts';
import { readErrorBody, type SaidError } from './error-body.ts';
import type { Operation } from './operation.ts';
import { retryAfter, throttledFor } from './retry.ts';

/** A request that came to nothing: what to tell, and what may be done about it. */
export interface Failure {
  readonly error: AppError;
  /** May be tried again; after how many milliseconds, where ConnectWise says it. */
  readonly retry: { readonly after: number | null } | null;
  /** Whether ConnectWise may have carried the request out all the same. */
  readonly in_doubt: boolean;
  /** Not found, or not routed at all: the codebase may have moved, or the keys may be wrong. */
  readonly route_missing: boolean;
}

export interface FailureContext {
  readonly operation: Operation;
  readonly host: string;
  readonly redact: Redact;
  readonly now: () => number;
}

const SETTINGS = 'Settings → ConnectWise';

/** What an answer outside the 200s means, and what the technician can do about it. */
export function answerFailure(answer: Answer, context: FailureContext): Failure {
  const said = readErrorBody(answer.body, context.redact);
  const { status } = answer;
  const fail = (code: ErrorCode, message: string, more: object = {}): AppError =>
    new AppError(code, message, { status, ...detailsOf(said), ...more });
  const final = (error: AppError): Failure => ({ ...FINAL, error });
  const { doing, right } = context.operation;
  const words = said.reason === '' ? '' : ` It says: ${sentence(said.reason)}`;

  if (status === 429) {
    const after = throttledFor(answer.retry_after, said.reason, context.now());
    const retry_at = Math.round(context.now() + after);
    const wait = Math.max(1, Math.ceil(after / 1_000));
    const message = `ConnectWise is getting too many requests. Try again in ${wait === 1 ? 'a second' : `${wait} seconds`}.`;
    return { ...FINAL, error: fail('RATE_LIMITED', message, { retry_at }), retry: { after } };
  }
  if (status >= 500 || status === 408) {
    const message = `ConnectWise has a fault (${status}) and did not ${doing}. Try again in a minute.${words}`;
    const after = retryAfter(answer.retry_after, context.now());
    const error = fail('PSA_REJECTED', message, { temporary: true });
    return { ...FINAL, error, retry: { after }, in_doubt: true };
  }
  if (/SSL is required/i.test(said.reason)) {
    const message = `${context.host} does not answer as an API host. On ConnectWise's cloud its name begins with "api-". Check the address in ${SETTINGS}.`;
    return final(fail('NOT_CONFIGURED', message));
  }
  if ((status === 401 || status === 403) && /client ?id/i.test(said.reason)) {
    return final(
      fail('NOT_CONFIGURED', `ConnectWise does not accept the client id. Check it in ${SETTINGS}.`),
    );
  }
  if (status === 401) return final(fail('AUTH_FAILED', unauthorized(said)));
  if (status === 403 || said.code === 'Security') {
    const message = `ConnectWise refused to ${doing}: the security role of this member lacks a right. An administrator can grant it: ${right}.`;
    return final(fail('PSA_REJECTED', message, { missing_right: right }));
  }
  if (status === 404) {
    return {
      ...final(fail('NOT_FOUND', context.operation.not_found)),
      route_missing: true,
    };
  }
  if (status === 400 && answer.body.kind !== 'json' && answer.body.kind !== 'none') {
    const message = `ConnectWise does not know where to send this request: the company or the address is wrong, or its release has changed. Check both in ${SETTINGS}.${words}`;
    return { ...final(fail('NOT_CONFIGURED', message)), route_missing: true };
  }
  if (status === 407) return final(fail('OFFLINE', PROXY));
  if (status === 409) {
    const message = `ConnectWise could not ${doing}: someone else is changing it at this moment. Read it again, then try once more.${words}`;
    return final(fail('PSA_REJECTED', message));
  }
  return final(
    fail('PSA_REJECTED', `ConnectWise refused to ${doing} (${status}).${words || ` ${NO_WORDS}`}`),
  );
}

/** An answer in the 200s that cannot be read: cut off, not JSON, or without what must be in it. */
export function unreadableFailure(answer: Answer, context: FailureContext): Failure {
  const { doing } = context.operation;
  const isPage = answer.body.kind === 'html';
  const message = isPage
    ? `${context.host} answers with a web page, not as ConnectWise's API. Check the address in ${SETTINGS}; on its cloud the API's host begins with "api-".`
    : `ConnectWise's answer could not be read when asked to ${doing}. Try again.`;
  return {
    error: new AppError(isPage ? 'NOT_CONFIGURED' : 'PSA_REJECTED', message, {
      status: answer.status,
      ...(isPage ? {} : { temporary: true }),
    }),
    retry: isPage ? null : { after: null },
    in_doubt: true,
    route_missing: false,
  };
}

/** All requests are answered as if nothing were there: on the cloud that is what wrong keys look like. */
export function wrongKeysOrAddress(error: AppError): AppError {
  return new AppError(
    'AUTH_FAILED',
    `ConnectWise answers as if nothing were there, which is also how its cloud answers wrong keys. Check public key, private key and company in ${SETTINGS}, then the address.`,
    error.details,
  );
}

export const PROXY =
  'The proxy of this network does not let the request through. Ask whoever looks after it.';

const FINAL = { retry: null, in_doubt: false, route_missing: false } as const;

const NO_WORDS = 'It gives no reason; the ticket in ConnectWise may tell more.';

function unauthorized(said: SaidError): string {
  if (/UserNotAuthenticated/i.test(said.reason)) {
    return `ConnectWise knows these keys but does not let their member in. Check that the member is active and may use the API, then the keys in ${SETTINGS}.`;
  }
  if (/key/i.test(said.reason)) {
    return `ConnectWise does not accept the keys. Enter public and private key again in ${SETTINGS}.`;
  }
  return `ConnectWise does not accept these credentials. Check public key, private key and company in ${SETTINGS}, then the client id.`;
}

function detailsOf({ code, reason, field }: SaidError): Readonly<Record<string, string>> {
  return {
    ...(reason === '' ? {} : { reason }),
    ...(code === null ? {} : { psa_code: code }),
    ...(field === null ? {} : { psa_field: field }),
  };
}

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
