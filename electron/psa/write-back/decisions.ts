import { AppError } from '../../../shared/errors.ts';
import type { Intent } from '../../sessions/index.ts';
import { closeSession } from './closing.ts';
import { adopt, lookOnce, stopUnknown } from './look.ts';
import { isStoredOtherwise } from './read-back.ts';
import { advance, type Posted, type Run, ticketName } from './run.ts';
import { isPossible } from './stages.ts';
import { takeSteps } from './steps.ts';
import { requireAccepting } from './ticket.ts';
import { NOTE_NAMES, noteOn } from './words.ts';

/** Looks for the note once more; found, the posting goes on. */
export async function lookAgain(run: Run, intent: Intent): Promise<Posted> {
  const { note, ...look } = await lookOnce(run, intent, 0);
  if (note === undefined) return stopUnknown(run, intent, [look], null);
  return takeSteps(run, adopt(run, intent, note));
}

/**
 * Posts the note a second time, with the same reference: the one way there is to that. It looks first,
 * and a note that has arrived meanwhile is taken instead.
 */
export async function postAgain(run: Run, intent: Intent): Promise<Posted> {
  const name = ticketName(intent.ticket_id);
  const { note, newer_notes, complete, problem } = await lookOnce(run, intent, 0);
  if (note !== undefined) return takeSteps(run, adopt(run, intent, note));
  if (newer_notes === null) {
    throw new AppError(
      'OFFLINE',
      `Nothing was sent: the notes of ${name} could not be read, so the first one may well be there. ${problem ?? ''} Try again when the network is back.`,
      { ticket_id: intent.ticket_id },
    );
  }
  if (!complete) {
    throw new AppError(
      'PSA_OUTCOME_UNKNOWN',
      `Nothing was sent: ${name} has more new notes than could be read, so the first one may well be there. Open the ticket and look for Ref: ${intent.reference}; then look again here, or give up.`,
      { ticket_id: intent.ticket_id, reference: intent.reference },
    );
  }
  const ticket = await run.psa.getTicket(intent.ticket_id, run.signal);
  requireAccepting(ticket);
  const prepared = advance(run, intent, 'post_again', {}, [
    {
      step: 'post_again',
      detail: `The note was looked for once more and is not on ${name}. The technician had it posted again, with the same reference.`,
    },
  ]);
  return takeSteps(run, prepared, { ticket });
}

/** Lets a note be of which nobody knows whether it arrived. The session stays active, with its draft. */
export function giveUp(run: Pick<Run, 'store'>, intent: Intent): void {
  requirePossible(intent, 'give_up');
  advance(run, intent, 'give_up', {}, [
    {
      step: 'gave_up',
      detail: `The technician gave up. Whether the note is on ${ticketName(intent.ticket_id)} is not known; its reference is ${intent.reference}.`,
    },
  ]);
}

/** Leaves a note as it was stored, and goes on with the status. */
export async function acceptNote(run: Run, intent: Intent): Promise<Posted> {
  if (!isStoredOtherwise(intent)) throw outOfTurn(intent);
  const accepted = advance(run, intent, 'accept_note', { problem: null }, [
    {
      step: 'note_accepted',
      detail: `The technician left note ${intent.note_id} as it is. ${intent.problem?.details?.reason ?? ''}`,
    },
  ]);
  return takeSteps(run, accepted);
}

/** Closes a session whose note is on the ticket, and leaves the ticket as it is. Needs no network. */
export function closeAsItIs(
  run: Pick<Run, 'store' | 'onProgress' | 'warnings'>,
  intent: Intent,
  reason: string,
): Posted {
  requirePossible(intent, 'close_anyway');
  const given = reason.trim();
  if (given === '') {
    throw new AppError('INVALID_INPUT', 'Say in a few words why the ticket is left as it is.');
  }
  const left = leftAs(intent);
  return closeSession(run, intent, {
    event: 'close_anyway',
    status_transition_skipped_reason: left,
    closed_anyway_reason: given,
    audit: { step: 'closed_anyway', detail: `${left} The technician's reason: ${given}` },
  });
}

function leftAs(intent: Intent): string {
  const { problem, ticket_id, target } = intent;
  const actual = problem?.details?.actual;
  const status =
    typeof actual === 'string'
      ? `its status, when last read, was ${actual}`
      : 'its status was not verified';
  const wanted = target === null ? '' : `, not ${target.name}`;
  const note =
    intent.stage === 'note_posted'
      ? isStoredOtherwise(intent)
        ? `${noteOn(intent)}, stored otherwise than it was sent. `
        : `${noteOn(intent)}, but was not read back. `
      : '';
  return `${note}${ticketName(ticket_id)} was left as it is: ${status}${typeof actual === 'string' ? wanted : ''}.`;
}

export function requirePossible(intent: Intent, event: Parameters<typeof isPossible>[1]): void {
  if (!isPossible(intent.stage, event)) throw outOfTurn(intent);
}

/** An answer to a question that is not open. */
export function outOfTurn(intent: Intent): AppError {
  const { stage, kind, ticket_id, note_id } = intent;
  const where = note_id === null ? 'Nothing was sent now.' : `${noteOn(intent)}.`;
  return new AppError(
    'CONFLICT',
    `${where} That cannot be done with the ${NOTE_NAMES[kind]} for ${ticketName(ticket_id)} as it stands. Look at the session again.`,
    { stage },
  );
}
