import { AppError, type ErrorCode } from '../../shared/errors.ts';

/**
 * The part of the SDK's errors that is looked at. Judged by shape, not by class, so that an error of
 * another copy of the SDK, or one that a proxy made up, is worded all the same.
 */
interface ApiFailure {
  readonly name?: string;
  readonly status?: number;
  readonly type?: string | null;
  readonly message?: string;
  readonly headers?: { get(name: string): string | null };
  readonly cause?: unknown;
}

const SETTINGS = 'Settings → AI';

/**
 * Any failure of the AI's API as the technician reads it: what happened and what to do next. The
 * original stays as `cause`, for the log. `details.retry_at` is in milliseconds since 1970.
 */
export function toAiError(failure: unknown, now: () => number = Date.now): AppError {
  if (failure instanceof AppError) return failure;
  const error = (typeof failure === 'object' && failure !== null ? failure : {}) as ApiFailure;
  const { code, message, details } =
    error.status === undefined ? connectionFailure(error) : statusFailure(error, error.status, now);
  return new AppError(code, message, details, { cause: failure });
}

interface Words {
  readonly code: ErrorCode;
  readonly message: string;
  readonly details?: { readonly retry_at: number };
}

function statusFailure(error: ApiFailure, status: number, now: () => number): Words {
  const said = error.message ?? '';
  if (status === 401) {
    return {
      code: 'AUTH_FAILED',
      message: `Anthropic does not accept the API key. Enter it again in ${SETTINGS}.`,
    };
  }
  if (status === 402 || (status < 500 && /credit balance|billing/i.test(said))) {
    return {
      code: 'AI_FAILED',
      message: 'The Anthropic account has no credit left. Ask whoever looks after the account.',
    };
  }
  if (status === 403) {
    return {
      code: 'AUTH_FAILED',
      message: `The API key may not do this. Check its rights, or choose another model in ${SETTINGS}.`,
    };
  }
  if (status === 404) {
    return {
      code: 'NOT_FOUND',
      message: /model/i.test(said)
        ? `The chosen model is not known there. Choose another one in ${SETTINGS}.`
        : `There is no Claude at the AI's address. Check the address in ${SETTINGS}; it ends with the host, without /v1.`,
    };
  }
  if (status === 407) return PROXY;
  if (status === 413 || /prompt is too long|context (?:window|length)/i.test(said)) {
    return {
      code: 'AI_FAILED',
      message: 'This session is too long for the AI. Shorten the facts and try again.',
    };
  }
  if (status === 400 && /\bimages?\b/i.test(said)) {
    return {
      code: 'AI_FAILED',
      message:
        'The AI cannot read a picture of this conversation. Change the message that it came with, and take the picture out of it.',
    };
  }
  if (status === 429) {
    const retry_at = retryAt(error, now);
    return {
      code: 'RATE_LIMITED',
      message: 'The account has reached its limit of requests. Wait a little.',
      ...(retry_at === null ? {} : { details: { retry_at } }),
    };
  }
  if (status === 529 || error.type === 'overloaded_error') {
    return {
      code: 'AI_FAILED',
      message: 'Claude is overloaded at the moment. Try again in a minute.',
    };
  }
  if (status >= 500) {
    return {
      code: 'AI_FAILED',
      message: `Anthropic's service has a fault (${status}). Try again in a minute.`,
    };
  }
  return {
    code: 'AI_FAILED',
    message: `The AI refused the request (${status}). Check the model in ${SETTINGS}; the log has the cause.`,
  };
}

const PROXY: Words = {
  code: 'OFFLINE',
  message:
    'The proxy of this network does not let the request through. Ask whoever looks after it.',
};

function connectionFailure(error: ApiFailure): Words {
  const trail = messagesOf(error);
  if (/timed? ?out|TIMED_OUT|stalled/i.test(trail)) {
    return {
      code: 'AI_FAILED',
      message: 'The AI did not answer in time. Try again.',
    };
  }
  if (/PROXY|TUNNEL/i.test(trail)) return PROXY;
  if (/CERT_DATE_INVALID|CERT_HAS_EXPIRED|CERT_NOT_YET_VALID/i.test(trail)) {
    return {
      code: 'OFFLINE',
      message:
        'The connection to the AI is not trusted: its certificate is not valid at the time that this computer shows. Check the date and the clock of this computer.',
    };
  }
  if (/CERT|SSL|self[- ]signed|certificate/i.test(trail)) {
    return {
      code: 'OFFLINE',
      message:
        'The connection to the AI is not trusted: its certificate was refused. If this network inspects traffic, its certificate must be installed on this computer.',
    };
  }
  if (
    /INTERNET_DISCONNECTED|NAME_NOT_RESOLVED|ENOTFOUND|EAI_AGAIN|ADDRESS_UNREACHABLE|NETWORK_CHANGED/i.test(
      trail,
    )
  ) {
    return { code: 'OFFLINE', message: 'No network: the AI cannot be reached from here.' };
  }
  if (/REFUSED/i.test(trail)) {
    return {
      code: 'OFFLINE',
      message: `Nothing answers at the AI's address. Check the address in ${SETTINGS}, or the network.`,
    };
  }
  if (
    /RESET|CLOSED|terminated|aborted|socket|EMPTY_RESPONSE|INCOMPLETE|stream|premature|without sending/i.test(
      trail,
    )
  ) {
    return {
      code: 'AI_FAILED',
      message: 'The connection to the AI broke off in the middle. Try again.',
    };
  }
  if (/not valid JSON|in JSON|JSON at|JSON input/.test(trail)) {
    return { code: 'AI_FAILED', message: "The AI's answer could not be read. Try again." };
  }
  if (error.type === 'overloaded_error' || /overloaded/i.test(trail)) {
    return {
      code: 'AI_FAILED',
      message: 'Claude is overloaded at the moment. Try again in a minute.',
    };
  }
  return {
    code: 'AI_FAILED',
    message: 'The AI did not finish its answer. Try again; the log has the cause.',
  };
}

/** An error's message and those of its causes: fetch hides the network's own words three levels down. */
function messagesOf(error: ApiFailure): string {
  const parts: string[] = [];
  let one: unknown = error;
  for (let depth = 0; depth < 5 && one instanceof Error; depth += 1) {
    parts.push(one.name, one.message, String((one as { code?: unknown }).code ?? ''));
    one = one.cause;
  }
  return parts.join(' ');
}

/** A limit is looked at again after an hour at the latest, whatever a server says. */
const LONGEST_LIMIT_MILLISECONDS = 3_600_000;

function retryAt(error: ApiFailure, now: () => number): number | null {
  const header = error.headers?.get('retry-after');
  if (header === null || header === undefined) return null;
  const seconds = Number.parseFloat(header);
  const at = Number.isNaN(seconds) ? Date.parse(header) : now() + seconds * 1_000;
  return Number.isNaN(at) ? null : Math.round(Math.min(at, now() + LONGEST_LIMIT_MILLISECONDS));
}
