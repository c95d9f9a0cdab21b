import type { OutboxItem, StatusChangedLater } from '../../shared/domain/posting.ts';
import type { Settled } from '../psa/index.ts';

/** What a notification of the system says. It is seen by anybody who passes, so nothing of the customer. */
export interface News {
  readonly session_id: number;
  readonly title: string;
  readonly body: string;
}

/** Stages that go on by themselves: the next try may be seconds away, and is no matter for anybody. */
const GOES_ON: ReadonlySet<OutboxItem['stage']> = new Set([
  'queued',
  'note_sending',
  'note_verified',
  'status_sending',
]);

const NAMES = { resolve: 'resolution note', escalate: 'escalation package' } as const;

/**
 * What to tell of a posting that nobody waited for, or null where there is nothing to tell. `left` is
 * what is still open of it.
 */
export function newsOf(
  { session_id, kind, posted }: Settled,
  left: Pick<OutboxItem, 'ticket_ref' | 'stage'> | undefined,
): News | null {
  if (posted !== null) {
    const { ticket_ref, verified_status } = posted.write_back;
    return {
      session_id,
      title: `${ticketName(ticket_ref)}: ${NAMES[kind]} posted`,
      body: verified_status === null ? 'Its status was not changed.' : 'Status verified.',
    };
  }
  if (left === undefined) {
    return {
      session_id,
      title: 'A note was not sent',
      body: 'It does not wait any more. Open the session to see why; the draft is kept.',
    };
  }
  if (GOES_ON.has(left.stage)) return null;
  return {
    session_id,
    title: `${left.ticket_ref}: your decision is needed`,
    body: `The ${NAMES[kind]} is not done. Open the session to see where it stands.`,
  };
}

/** A verified status that another hand or a rule changed again. */
export function statusNews({ session_id, ticket_id }: StatusChangedLater): News {
  return {
    session_id,
    title: `CW #${ticket_id}: the status was changed again`,
    body: 'A workflow rule or a person has changed it after the note. Open the ticket and look.',
  };
}

function ticketName(ref: string | null): string {
  return ref === null ? 'A ticket' : `CW #${ref.replace(/\D+/g, '')}`;
}
