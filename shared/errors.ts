/**
 * The one list of error codes that cross the bridge, and the one error class they arrive as.
 * Code switches on `code`; `message` is for the person in front of the screen and says what to do.
 */
export const ERROR_CODES = [
  'NOT_FOUND',
  'INVALID_INPUT',
  'CONFLICT',
  'NOT_CONFIGURED',
  'OFFLINE',
  'AUTH_FAILED',
  'RATE_LIMITED',
  'AI_FAILED',
  'DRAFT_BLOCKED',
  'PSA_REJECTED',
  'PSA_STATUS_NOT_VERIFIED',
  'PSA_OUTCOME_UNKNOWN',
  'KEYCHAIN_UNAVAILABLE',
  'STORE_UNAVAILABLE',
  'DISK_FULL',
  'CANCELLED',
  'INTERNAL',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

export type ErrorDetails = Readonly<Record<string, unknown>>;

/** An error as it crosses the bridge: plain data, never a stack trace. */
export interface ErrorShape {
  readonly code: ErrorCode;
  readonly message: string;
  readonly details?: ErrorDetails;
}

/** A failure that the technician is meant to read. Anything else becomes `INTERNAL` at the router. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails | undefined;

  constructor(code: ErrorCode, message: string, details?: ErrorDetails, options?: ErrorOptions) {
    super(message, options);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }

  toShape(): ErrorShape {
    return this.details === undefined
      ? { code: this.code, message: this.message }
      : { code: this.code, message: this.message, details: this.details };
  }
}

/** A finished call over the bridge. Electron flattens rejected handlers, so failures travel as data. */
export type Envelope =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: ErrorShape };
