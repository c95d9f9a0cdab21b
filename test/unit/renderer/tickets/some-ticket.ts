import type { TicketNote } from '../../../../renderer/tickets/pull-in.ts';
import type { PsaTicketShown } from '../../../../shared/domain/psa.ts';

/** An open ticket, with what a test wants otherwise. */
export function ticket(wanted: Partial<PsaTicketShown>): PsaTicketShown {
  return {
    id: 48213,
    summary: 'Outlook asks for a password',
    board: { id: 1, name: 'Service Desk' },
    status: { id: 16, name: 'New' },
    company: { id: 250, name: 'Northgate Dental' },
    contact: 'Maria Lopez',
    priority: null,
    owner: null,
    closed: false,
    refusal: null,
    last_updated: null,
    ...wanted,
  };
}

/** A note that customers see, with what a test wants otherwise. */
export function note(wanted: Partial<TicketNote>): TicketNote {
  return {
    id: 9001,
    text: 'Outlook asks for the password every few minutes.',
    internal: false,
    author: 'Maria Lopez',
    created_at: '2026-11-18T07:42:10Z',
    ...wanted,
  };
}
