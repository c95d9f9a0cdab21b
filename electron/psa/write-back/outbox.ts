import { AppError } from '../../../shared/errors.ts';
import type { Intent } from '../../sessions/index.ts';
import { changesSince } from './changes.ts';
import { isPassing, isSameProblem } from './passing.ts';
import { advance, asAppError, type Posted, type Run, stopWith, ticketName } from './run.ts';
import { requireSameSystem } from './same-system.ts';
import { postPrepared, readForPosting } from './steps.ts';
import { learned, type TicketRead } from './ticket.ts';
import { capital, listed, NOTE_NAMES } from './words.ts';

/**
 * Sends a note that was left for later: queued, or written down and not sent when the app ended. The
 * ticket is read first. Where it is not what it was, nothing is sent and the technician is asked.
 */
export async function sendLater(run: Run, intent: Intent): Promise<Posted> {
  requireSameSystem(run, intent);
  const read = await readOrWait(run, intent);
  const prepared = prepareUnlessChanged(run, intent, read);
  return backToQueue(run, intent, () => postPrepared(run, prepared, read));
}

/**
 * The technician's word for a note that was asked about. What has changed since they were asked is asked
 * about again.
 */
export async function sendAllTheSame(run: Run, intent: Intent): Promise<Posted> {
  const read = await readOrWait(run, intent);
  const news = learned(run.rules, intent.kind, read, intent);
  // They have seen the note as it was queued; that they edited another one since was told them.
  const changes = changesSince(intent, read, undefined);
  if (intent.ticket !== null && changes.length > 0) {
    const error = changed(intent, changes);
    const audit = {
      step: 'asked',
      detail: `${capital(listed(changes))}. The technician is asked again.`,
    };
    return stopWith(run, intent, 'ticket_changed', error, audit, news);
  }
  const prepared = advance(run, intent, 'go_ahead', { ...news, problem: null }, [
    { step: 'go_ahead', detail: 'The technician had it sent all the same.' },
  ]);
  return backToQueue(run, intent, () => postPrepared(run, prepared, read));
}

/**
 * Another try of the technician's for a note that was written down and not sent. They confirmed it for
 * the ticket as it was, so they are asked where it is not.
 */
export async function sendAgain(run: Run, intent: Intent): Promise<Posted> {
  const read = await readForPosting(run, intent);
  return postPrepared(run, prepareUnlessChanged(run, intent, read), read);
}

function prepareUnlessChanged(run: Run, intent: Intent, read: TicketRead): Intent {
  const draft = run.store().drafts.find(intent.session_id, intent.kind);
  const changes = changesSince(intent, read, draft);
  const news = learned(run.rules, intent.kind, read, intent);
  if (changes.length > 0) {
    const error = changed(intent, changes);
    const audit = {
      step: 'asked',
      detail: `${capital(listed(changes))}. Nothing was sent; the technician is asked.`,
    };
    return stopWith(run, intent, 'ticket_changed', error, audit, news);
  }
  return advance(run, intent, 'ticket_unchanged', { ...news, problem: null }, [
    {
      step: 'sending_queued',
      detail: `${ticketName(intent.ticket_id)} was read again and is as it was.`,
    },
  ]);
}

async function readOrWait(run: Run, intent: Intent): Promise<TicketRead> {
  try {
    return await readForPosting(run, intent);
  } catch (failure) {
    const error = asAppError(failure);
    if (run.signal.aborted || isPassing(error)) throw failure;
    const isLasting = error.code === 'NOT_FOUND' || error.code === 'PSA_REJECTED';
    const asks = isLasting && error.details?.temporary !== true;
    const event = asks ? 'ticket_changed' : 'ticket_unread';
    if (!asks && (intent.stage === 'prepared' || isSameProblem(intent, error))) throw failure;
    return stopWith(run, intent, event, error, { step: 'not_sent', detail: error.message });
  }
}

/** Without a network it waits again, as it did before. */
async function backToQueue(
  run: Run,
  { session_id }: Intent,
  post: () => Promise<Posted>,
): Promise<Posted> {
  try {
    return await post();
  } catch (failure) {
    const error = asAppError(failure);
    const intent = run.store().intents.findOpen(session_id);
    if (intent?.stage === 'prepared' && isPassing(error)) {
      advance(run, intent, 'wait_for_network');
    }
    throw failure;
  }
}

function changed({ kind, ticket_id }: Intent, changes: readonly string[]): AppError {
  return new AppError(
    'CONFLICT',
    `The ${NOTE_NAMES[kind]} for ${ticketName(ticket_id)} was not sent, for the ticket is not what it was: ${listed(changes)}. Look at it, then send the note all the same, or cancel it.`,
    { ticket_id, changes },
  );
}
