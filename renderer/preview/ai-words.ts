import { AppError, type ErrorCode } from '../../shared/errors.ts';
import type { NoteProgress } from './generation.ts';

/** What the AI is doing at each step, in words. */
export const STEP_WORDS: Readonly<Record<NoteProgress['step'], string>> = {
  asking: 'Claude is reading the facts',
  waiting: 'Claude is busy. Retrying soon',
  writing: 'Claude is writing',
  checking: 'Checking the draft',
  mending: 'Claude is correcting the draft',
};

/** Failures that no retry gets past before the settings are corrected. */
const NEED_SETTINGS: ReadonlySet<ErrorCode> = new Set([
  'AUTH_FAILED',
  'NOT_CONFIGURED',
  'NOT_FOUND',
]);

/** What can be done about a failure of the AI. */
export interface FailureWay {
  readonly settings: boolean;
  /** From when on a new attempt makes sense, in milliseconds since 1970; null where it does at once. */
  readonly retryAt: number | null;
}

/** The way on after a failure that came as an error. */
export function wayAfter(error: unknown): FailureWay {
  if (!(error instanceof AppError)) return { settings: false, retryAt: null };
  const retryAt = error.details?.retry_at;
  return {
    settings: NEED_SETTINGS.has(error.code),
    retryAt: typeof retryAt === 'number' ? retryAt : null,
  };
}

/** The way on after a failure that came with the local draft. */
export function wayAfterFailure(failure: {
  readonly code: ErrorCode;
  readonly retry_at: number | null;
}): FailureWay {
  return { settings: NEED_SETTINGS.has(failure.code), retryAt: failure.retry_at };
}
