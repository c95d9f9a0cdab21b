import type { NoteKind } from '../../../shared/domain/note.ts';
import { AppError } from '../../../shared/errors.ts';
import type { IntentProgress, TicketAsItWas } from '../../sessions/index.ts';
import type { PsaNote, PsaTicket } from '../psa.ts';
import type { PostingRules, Run } from './run.ts';
import { ticketName } from './run.ts';

/** Ours is among these, unless more than that were written in the meantime. */
export const NEWEST = 25;

/** Said where a ticket is not there any more. */
export const LINK_ANOTHER =
  'Look at the number, then link another ticket, or unlink it and keep the note here.';

/** A ticket and its newest notes, read at the same time. */
export interface TicketRead {
  readonly ticket: PsaTicket;
  readonly notes: readonly PsaNote[];
}

export async function readTicket(
  { psa, signal }: Pick<Run, 'psa' | 'signal'>,
  ticketId: number,
): Promise<TicketRead> {
  const [ticket, notes] = await Promise.all([
    psa.getTicket(ticketId, signal),
    psa.newestNotes(ticketId, NEWEST, signal),
  ]);
  return { ticket, notes };
}

export function newestOf(notes: readonly PsaNote[]): number {
  return notes.reduce((newest, { id }) => Math.max(newest, id), 0);
}

export function asItWas({ board, status, closed, last_updated }: PsaTicket): TicketAsItWas {
  return { board, status, closed, last_updated };
}

/** Throws `PSA_REJECTED` where notes must not go to this ticket. */
export function requireAccepting(ticket: PsaTicket): void {
  if (ticket.refusal === null) return;
  throw new AppError(
    'PSA_REJECTED',
    `Nothing was sent to ${ticketName(ticket.id)}: ${ticket.refusal}`,
    { reason: ticket.refusal, ticket_id: ticket.id },
  );
}

type Target = Pick<IntentProgress, 'target' | 'target_skipped_reason'>;

/** The status that a ticket gets, by the administrator's choice for its board. */
export function targetFor(
  rules: PostingRules,
  kind: NoteKind,
  board: { readonly id: number; readonly name: string },
): Target {
  const target = rules.statuses[String(board.id)]?.[kind] ?? null;
  if (target !== null) return { target, target_skipped_reason: null };
  const word = kind === 'resolve' ? 'resolved' : 'escalated';
  return {
    target: null,
    target_skipped_reason: `No ${word} status is set for the board ${board.name}, so the status stays as it is. An administrator can choose one in the settings.`,
  };
}

/**
 * What an intent keeps of a ticket that was just read. What the technician was shown of the status
 * stays the promise (`promised`), as long as the ticket is on the same board.
 */
export function learned(
  rules: PostingRules,
  kind: NoteKind,
  { ticket, notes }: TicketRead,
  promised: Pick<IntentProgress, 'target' | 'target_skipped_reason' | 'ticket'> = {
    target: null,
    target_skipped_reason: null,
    ticket: null,
  },
): Pick<IntentProgress, 'target' | 'target_skipped_reason' | 'ticket' | 'newest_note_id'> {
  const wasSaid = promised.target !== null || promised.target_skipped_reason !== null;
  const isPromised = wasSaid && promised.ticket?.board.id === ticket.board.id;
  const target = isPromised
    ? { target: promised.target, target_skipped_reason: promised.target_skipped_reason }
    : targetFor(rules, kind, ticket.board);
  return {
    ...target,
    ticket: asItWas(ticket),
    newest_note_id: newestOf(notes),
  };
}
