import { AppError } from '../../../shared/errors.ts';
import type { Intent } from '../../sessions/index.ts';
import { advance, type Run, ticketName } from './run.ts';
import { ticketIdOf } from './session-ticket.ts';
import { NOTE_NAMES } from './words.ts';

/** Whether the session no longer belongs to the ticket that the note was written for. */
export function isRelinked({ store }: Pick<Run, 'store'>, intent: Intent): boolean {
  const session = store().sessions.get(intent.session_id);
  return session.state !== 'active' || ticketIdOf(session) !== intent.ticket_id;
}

/** Ends a posting of which nothing is out. The session stays active, with its draft. */
export function cancelIntent(run: Pick<Run, 'store'>, intent: Intent, why: string): Intent {
  return advance(run, intent, 'cancel', {}, [
    {
      step: 'cancelled',
      detail: `${why} ${intent.attempts === 0 ? 'Nothing was sent' : 'Nothing more is sent'} to ${ticketName(intent.ticket_id)}.`,
    },
  ]);
}

/**
 * To be called at the last moment before a note is sent, with nothing awaited in between. Where the
 * session was linked anew or closed while the ticket was read, the posting is cancelled and this throws.
 */
export function requireLinked(run: Pick<Run, 'store'>, intent: Intent): void {
  if (!isRelinked(run, intent)) return;
  cancelIntent(run, intent, 'The session does not belong to this ticket any more.');
  const { kind, ticket_id } = intent;
  throw new AppError(
    'CONFLICT',
    `The ${NOTE_NAMES[kind]} was not sent to ${ticketName(ticket_id)}: while the ticket was read, the session was unlinked from it, linked to another one, or closed. Your note is kept. Look at the link, then confirm again.`,
    { ticket_id },
  );
}
