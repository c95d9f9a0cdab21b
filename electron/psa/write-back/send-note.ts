import { AppError, type ErrorCode } from '../../../shared/errors.ts';
import type { Intent } from '../../sessions/index.ts';
import type { PsaNote } from '../psa.ts';
import { lookForNote } from './look.ts';
import {
  advance,
  asAppError,
  isStopped,
  type Run,
  stopWith,
  tell,
  ticketName,
  unwritten,
} from './run.ts';
import { LINK_ANOTHER } from './ticket.ts';
import { NOTE_NAMES, readersOf, viewsOf } from './words.ts';

/** Codes that say for certain that no note was written. All others leave a doubt. */
const NOTHING_WRITTEN: ReadonlySet<ErrorCode> = new Set([
  'INVALID_INPUT',
  'NOT_CONFIGURED',
  'AUTH_FAILED',
  'NOT_FOUND',
  'PSA_REJECTED',
  'RATE_LIMITED',
  'OFFLINE',
  'CANCELLED',
  'KEYCHAIN_UNAVAILABLE',
]);

/**
 * Sends the note, once. That it is about to be sent is on disk before; what came of it is on disk
 * after. Without an answer the ticket is looked at, and never is anything sent again from here.
 */
export async function sendNote(run: Run, prepared: Intent): Promise<Intent> {
  const { kind, ticket_id, flags, notify, body: text } = prepared;
  const intent = advance(run, prepared, 'send_note', { problem: null }, [
    {
      step: 'note_sending',
      detail: `Sending the ${NOTE_NAMES[kind]} to ${ticketName(ticket_id)}, into ${viewsOf(flags)}.`,
    },
  ]);
  tell(run, intent, 'posting_note', `Posting the note to ${ticketName(ticket_id)} …`);

  let note: PsaNote;
  try {
    note = await run.psa.addNote(ticket_id, { text, flags, notify }, run.signal);
  } catch (failure) {
    const error = asAppError(failure);
    if (isCertain(error)) return notSent(run, intent, error);
    // What is on disk says that it was sent; the next start looks for it.
    if (isStopped(run)) throw error;
    return lookForNote(run, intent, { cause: error });
  }
  return keepPosted(run, intent, note);
}

function keepPosted(run: Run, intent: Intent, { id }: PsaNote): Intent {
  try {
    return advance(run, intent, 'note_answered', { note_id: id }, [
      {
        step: 'note_posted',
        detail: `${run.psa.name} took it as note ${id}; ${readersOf(intent.flags)}.`,
      },
    ]);
  } catch (failure) {
    throw unwritten(
      failure,
      `The note is on ${ticketName(intent.ticket_id)} (note ${id}), but that could not be written down here. Trying again looks for it and does not send it again.`,
    );
  }
}

function isCertain({ code, details }: AppError): boolean {
  return NOTHING_WRITTEN.has(code) && details?.temporary !== true;
}

function notSent(run: Run, intent: Intent, error: AppError): never {
  const told = new AppError(
    error.code,
    `Nothing was posted to ${ticketName(intent.ticket_id)}; your note is kept. ${error.message}${error.code === 'NOT_FOUND' ? ` ${LINK_ANOTHER}` : ''}`,
    { ...error.details, ticket_id: intent.ticket_id },
    { cause: error },
  );
  return stopWith(run, intent, 'note_not_sent', told, {
    step: 'note_not_sent',
    detail: `Nothing was posted. ${error.message}`,
  });
}
