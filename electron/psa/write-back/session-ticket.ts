import type { Session } from '../../../shared/domain/session.ts';

/** The number of the ticket that a session is linked to; null for a local one. */
export function ticketIdOf({ ticket_ref }: Pick<Session, 'ticket_ref'>): number | null {
  const digits = /^\d+$/.exec(ticket_ref ?? '')?.[0];
  return digits === undefined ? null : Number(digits);
}
