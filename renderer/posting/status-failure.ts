import type { StatusFailure, StatusNotVerified } from '../../shared/domain/posting.ts';
import type { ErrorDetails } from '../../shared/errors.ts';

/** What became of the change, in a sentence. */
export const STATUS_FAILURE_WORDS: Readonly<Record<StatusFailure, string>> = {
  refused: 'ConnectWise refused the change.',
  ignored: 'ConnectWise accepted the change, and the old status stayed.',
  overridden: 'Another status was set instead, perhaps by a workflow rule.',
  not_asked: 'The change could not be asked for.',
  unknown: 'The ticket could not be read after the change.',
};

/** Reads the details of a `PSA_STATUS_NOT_VERIFIED`; null where they are something else. */
export function readStatusNotVerified(details: ErrorDetails | undefined): StatusNotVerified | null {
  const { wanted, actual, how, note_id, ticket_id, reason } = details ?? {};
  if (typeof wanted !== 'string' || !isFailure(how)) return null;
  if (typeof note_id !== 'number' || typeof ticket_id !== 'number') return null;
  return {
    wanted,
    actual: typeof actual === 'string' ? actual : null,
    how,
    note_id,
    ticket_id,
    reason: typeof reason === 'string' && reason !== '' ? reason : null,
  };
}

function isFailure(value: unknown): value is StatusFailure {
  return typeof value === 'string' && Object.hasOwn(STATUS_FAILURE_WORDS, value);
}
