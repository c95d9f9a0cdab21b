import type { PsaTicketShown } from '../../shared/domain/psa.ts';

/** `CW #48213`, for a number or a reference kept with or without its prefix. */
export function ticketName(ticketRef: string | number): string {
  const text = `${ticketRef}`;
  return /^\d+$/.test(text) ? `CW #${text}` : text;
}

/** The ticket's number, for a reference as it is kept or typed; null where it is none. */
export function ticketNumber(ticketRef: string | null): number | null {
  const digits = /^\s*(?:cw)?\s*#?\s*([1-9]\d{0,9})\s*$/i.exec(ticketRef ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
}

/** Whose ticket it is: company and contact, as far as they are known. */
export function whoseWords(ticket: {
  readonly company: { readonly name: string } | string | null;
  readonly contact: string | null;
}): string {
  const company = typeof ticket.company === 'string' ? ticket.company : ticket.company?.name;
  return [company, ticket.contact].filter(Boolean).join(' · ') || 'No company on the ticket';
}

/** Where it stands: board and status, and that it is closed where the status does not say so. */
export function whereWords({ board, status, closed }: PsaTicketShown): string {
  const isSaid = /clos/i.test(status.name);
  return `${board.name} · ${status.name}${closed && !isSaid ? ' (closed)' : ''}`;
}

/** Why a ticket cannot be chosen, or null. A closed one can be linked, but only by its number. */
export function refusalWords(ticket: PsaTicketShown): string | null {
  if (ticket.refusal !== null) return ticket.refusal;
  return ticket.closed ? 'This ticket is closed.' : null;
}
