import { AppError } from '../../shared/errors.ts';
import type { DataParts } from './parts.ts';

/**
 * Throws `CONFLICT` while a note is on its way or an answer is being written: what came of it would
 * be written down nowhere, and a note could be posted twice. Nothing is awaited between this and what
 * it guards.
 */
export function requireQuiet({ store, isPosting }: Pick<DataParts, 'store' | 'isPosting'>): void {
  const { intents, messages } = store.current();
  const [open] = intents.listOpen();
  if (open !== undefined || isPosting()) {
    const ticket = open === undefined ? 'a ticket' : `CW #${open.ticket_id}`;
    throw new AppError(
      'CONFLICT',
      `A note is on its way to ${ticket}, so nothing was changed. Wait until it is posted, or take it back (Notes on their way), then try again.`,
    );
  }
  if (messages.isAnswering()) {
    throw new AppError(
      'CONFLICT',
      'The copilot is writing an answer, so nothing was changed. Wait for its end, or stop it, then try again.',
    );
  }
}
