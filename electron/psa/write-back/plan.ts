import type { NoteKind } from '../../../shared/domain/note.ts';
import { noteReference } from '../../../shared/domain/note-reference.ts';
import type { PostingPlan } from '../../../shared/domain/posting.ts';
import type { Session } from '../../../shared/domain/session.ts';
import type { PsaReference, PsaTicket } from '../psa.ts';
import { flagsOf } from './note-text.ts';
import { asAppError, type Run, ticketName } from './run.ts';
import { ticketIdOf } from './session-ticket.ts';
import { readTicket, type TicketRead, targetFor } from './ticket.ts';

/** A ticket as it was read, and when. */
export interface TicketSeen extends TicketRead {
  readonly read_at: number;
}

/** Tickets as they were last read, for what the screen says beforehand. Nothing is posted by them. */
export interface TicketsSeen {
  last(psaIdentity: string, ticketId: number): TicketSeen | undefined;
  keep(psaIdentity: string, read: TicketRead): TicketSeen;
}

const FRESH_MILLISECONDS = 60_000;

export function createTicketsSeen(now: () => number): TicketsSeen {
  const seen = new Map<string, TicketSeen>();
  const keyOf = (psaIdentity: string, ticketId: number) => `${ticketId} ${psaIdentity}`;
  return {
    last: (psaIdentity, ticketId) => seen.get(keyOf(psaIdentity, ticketId)),
    keep(psaIdentity, read) {
      const one = { ...read, read_at: now() };
      seen.set(keyOf(psaIdentity, read.ticket.id), one);
      return one;
    },
  };
}

type Connection = Pick<Run, 'psa' | 'rules' | 'signal'>;

/** What posting would do now. Never rejects for a ticket that cannot be read: the plan says so. */
export async function planPosting(
  session: Session,
  kind: NoteKind,
  connection: Connection | null,
  seen: TicketsSeen,
  now: () => number,
): Promise<PostingPlan> {
  const ticketId = ticketIdOf(session);
  const plan: PostingPlan = {
    session_id: session.id,
    kind,
    local_because: ticketId === null ? 'no_ticket' : connection === null ? 'not_connected' : null,
    audience: kind === 'resolve' ? 'customer' : 'internal',
    flags: flagsOf(kind, connection?.rules.discussion_too ?? false),
    reference: null,
    ticket_ref: ticketId === null ? null : ticketName(ticketId),
    ticket: null,
    refusal: null,
    target_status: null,
    status_transition_skipped_reason: null,
    warnings: [],
    problem: null,
  };
  if (ticketId === null || connection === null) return plan;

  const known = { ...plan, reference: noteReference(session.id, kind, ticketId) };
  const { identity } = connection.psa;
  const last = seen.last(identity, ticketId);
  try {
    const isFresh = last !== undefined && now() - last.read_at < FRESH_MILLISECONDS;
    const read = isFresh ? last : seen.keep(identity, await readTicket(connection, ticketId));
    return await withTicket(known, connection, read);
  } catch (failure) {
    const { code, message, details } = asAppError(failure).toShape();
    const problem = { code, message, details: { ...details } };
    if (last === undefined) return { ...known, problem };
    return { ...(await withTicket(known, connection, last)), problem };
  }
}

async function withTicket(
  plan: PostingPlan,
  connection: Connection,
  { ticket, read_at }: TicketSeen,
): Promise<PostingPlan> {
  const { psa, rules } = connection;
  const { target, target_skipped_reason } = targetFor(rules, plan.kind, ticket.board);
  const { closes, warning } =
    target === null
      ? { closes: null, warning: null }
      : await judgeTarget(connection, ticket, target);
  const closed = ticket.closed
    ? `${ticketName(ticket.id)} is closed already (${ticket.status.name}). A note there may open it again.`
    : null;
  return {
    ...plan,
    ticket: {
      id: ticket.id,
      summary: ticket.summary,
      company: ticket.company?.name ?? null,
      contact: ticket.contact,
      board: ticket.board,
      status: ticket.status,
      closed: ticket.closed,
      url: psa.ticketUrl(ticket.id),
      read_at,
    },
    refusal: ticket.refusal,
    target_status: target === null ? null : { ...target, closed: closes },
    status_transition_skipped_reason: target_skipped_reason,
    warnings: [closed, warning].filter((one) => one !== null),
  };
}

async function judgeTarget(
  { psa, signal }: Connection,
  { board }: PsaTicket,
  target: PsaReference,
): Promise<{ readonly closes: boolean | null; readonly warning: string | null }> {
  try {
    const status = (await psa.listStatuses(board.id, signal)).find(({ id }) => id === target.id);
    const isUsable = status !== undefined && !status.inactive;
    return {
      closes: status?.closed ?? null,
      warning: isUsable
        ? null
        : `The status ${target.name} is not in use on the board ${board.name} any more. The note can be posted, the status will stay as it is. An administrator can choose another one in Settings → ${psa.name}.`,
    };
  } catch {
    return { closes: null, warning: null };
  }
}
