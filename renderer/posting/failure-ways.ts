import { AppError, type ErrorCode } from '../../shared/errors.ts';

/** Failures that no new attempt mends before the connection is put right. */
const NEED_SETTINGS: ReadonlySet<ErrorCode> = new Set([
  'AUTH_FAILED',
  'NOT_CONFIGURED',
  'KEYCHAIN_UNAVAILABLE',
]);

/** What can be done about a posting, or the reading of a ticket, that failed. */
export interface PostingWay {
  readonly settings: boolean;
  /** The note can wait here until the network is back. */
  readonly queue: boolean;
  /** From when on a new attempt makes sense, in milliseconds since 1970; null where it does at once. */
  readonly retryAt: number | null;
}

/** The way on after a failure, whether it came as an error or stands with a posting. */
export function postingWayAfter(failure: unknown): PostingWay {
  if (!isFailure(failure)) return { settings: false, queue: false, retryAt: null };
  const retryAt = failure.details?.retry_at;
  return {
    settings: NEED_SETTINGS.has(failure.code),
    queue: failure.code === 'OFFLINE',
    retryAt: typeof retryAt === 'number' ? retryAt : null,
  };
}

type Failure = Pick<AppError, 'code'> & { readonly details?: AppError['details'] };

function isFailure(failure: unknown): failure is Failure {
  return (
    failure instanceof AppError ||
    (typeof failure === 'object' && failure !== null && 'code' in failure && 'message' in failure)
  );
}
