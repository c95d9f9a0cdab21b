import type { AppError, ErrorCode } from '../../../shared/errors.ts';
import type { Intent } from '../../sessions/index.ts';

const PASSING: ReadonlySet<ErrorCode> = new Set(['OFFLINE', 'RATE_LIMITED']);

/** Whether a later try may do better without anybody's doing: the system was not reached. */
export function isPassing({ code }: AppError): boolean {
  return PASSING.has(code);
}

/** Codes after which a try does no better until somebody sees to the connection. */
const LASTING: ReadonlySet<ErrorCode> = new Set([
  'AUTH_FAILED',
  'NOT_CONFIGURED',
  'KEYCHAIN_UNAVAILABLE',
]);

/** Until when trying again is of no use; null where a try may do better at once. */
export function uselessUntil({ code, details }: AppError): number | null {
  if (LASTING.has(code)) return Number.POSITIVE_INFINITY;
  const at = code === 'RATE_LIMITED' ? details?.retry_at : undefined;
  return typeof at === 'number' ? at : null;
}

/** Whether this is what stopped it the last time, too. */
export function isSameProblem({ problem }: Intent, { code, message }: AppError): boolean {
  return problem?.code === code && problem.message === message;
}
