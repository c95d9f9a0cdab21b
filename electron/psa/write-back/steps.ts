import { AppError } from '../../../shared/errors.ts';
import type { Intent } from '../../sessions/index.ts';
import type { PsaTicket } from '../psa.ts';
import { changeStatus } from './change-status.ts';
import { requireLinked } from './linked.ts';
import { adopt, lookForNote } from './look.ts';
import { bodyDigest, oursOf } from './note-text.ts';
import { readNoteBack } from './read-back.ts';
import { asAppError, isStopped, type Posted, type Run, stopWith, tell, ticketName } from './run.ts';
import { requireSameSystem } from './same-system.ts';
import { sendNote } from './send-note.ts';
import { LINK_ANOTHER, readTicket, requireAccepting, type TicketRead } from './ticket.ts';

interface Steps {
  /** The ticket, where it was read in this very run, before anything was sent. */
  readonly ticket?: PsaTicket | null;
  /** The technician asked for another try: the settings of now count. */
  readonly settingsAnew?: boolean;
  /** At a start of the app nobody waits: what cannot be looked at yet is looked at later. */
  readonly stayUnlessSeen?: boolean;
}

/**
 * Takes a posting from the stage in which it is to its end, or to where it stops: then it throws, and
 * what stopped it is on disk. The note is sent only from `prepared`.
 */
export async function takeSteps(run: Run, from: Intent, steps: Steps = {}): Promise<Posted> {
  const { ticket = null, settingsAnew = false, stayUnlessSeen = false } = steps;
  requireSameSystem(run, from);
  let intent = from;
  for (;;) {
    switch (intent.stage) {
      case 'prepared':
        requireLinked(run, intent);
        intent = await sendNote(run, intent);
        break;
      case 'note_sending':
        intent = await lookForNote(run, intent, { stayUnlessSeen });
        break;
      case 'note_posted':
        intent = await readNoteBack(run, intent);
        break;
      case 'note_verified':
      case 'status_sending':
      case 'status_unverified':
        return changeStatus(run, intent, { ticket, settingsAnew, stayIfPassing: stayUnlessSeen });
      default:
        throw new Error(`A posting in stage ${intent.stage} does not go on by itself.`);
    }
  }
}

/** Reads the ticket; throws where that fails, or notes must not go there. Nothing was sent then. */
export async function readForPosting(
  run: Run,
  about: Pick<Intent, 'session_id' | 'kind' | 'ticket_id'>,
  { canQueue = false } = {},
): Promise<TicketRead> {
  const { ticket_id } = about;
  tell(run, about, 'reading_ticket', `Reading ${ticketName(ticket_id)} …`);
  let read: TicketRead;
  try {
    read = await readTicket(run, ticket_id);
  } catch (failure) {
    if (isStopped(run)) throw failure;
    const error = asAppError(failure);
    const advice = error.code === 'NOT_FOUND' ? ` ${LINK_ANOTHER}` : '';
    const queue =
      canQueue && error.code === 'OFFLINE'
        ? ' You can queue it: it is sent when the network is back.'
        : '';
    throw new AppError(
      error.code,
      `Nothing was posted to ${ticketName(ticket_id)}, for the ticket could not be read; your note is kept. ${error.message}${advice}${queue}`,
      { ...error.details, ticket_id },
      { cause: error },
    );
  }
  requireAccepting(read.ticket);
  return read;
}

/**
 * Posts what is prepared, unless a note with its reference is on the ticket already: from an earlier
 * try that was given up, and whose note arrived all the same. With the same text it is ours; with
 * another text the technician decides.
 */
export async function postPrepared(run: Run, intent: Intent, read: TicketRead): Promise<Posted> {
  const earlier = oursOf(read.notes, { ...intent, newest_note_id: null });
  if (earlier === undefined) return takeSteps(run, intent, { ticket: read.ticket });
  if (bodyDigest(earlier.text) === intent.body_digest) {
    return takeSteps(run, adopt(run, intent, earlier), { ticket: null });
  }
  const name = ticketName(intent.ticket_id);
  const error = new AppError(
    'PSA_OUTCOME_UNKNOWN',
    `${name} holds a note of this session already (note ${earlier.id}, Ref: ${intent.reference}), with another text: an earlier try did arrive. Nothing was sent now. Look again to go on with that note, post this one as well, or give up.`,
    { ticket_id: intent.ticket_id, reference: intent.reference, note_id: earlier.id },
  );
  return stopWith(
    run,
    intent,
    'note_not_found',
    error,
    {
      step: 'earlier_note',
      detail: `Note ${earlier.id} on ${name} is from an earlier try. Nothing was sent.`,
    },
    { newest_note_id: earlier.id - 1 },
  );
}
