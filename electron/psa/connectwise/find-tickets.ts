import { AppError } from '../../../shared/errors.ts';
import type { PsaTicket } from '../psa.ts';
import type { Api } from './api.ts';
import { FIND_TICKETS } from './operation.ts';
import { pageOf, type TicketRow, ticketSchema } from './schemas.ts';
import { OPEN, openOfMember, openWithWords, parseTicketQuery } from './ticket-query.ts';
import { toTicket } from './ticket-row.ts';
import type { Tickets } from './tickets.ts';

/** A list to pick from; who needs more types a word more. */
const MOST_FOUND = 25;

interface Options {
  readonly api: Api;
  readonly tickets: Tickets;
  /** Whose tickets come first; null where it is not known. */
  readonly member: string | null;
}

/** Finds tickets to pick from, as {@link parseTicketQuery} understands the query. */
export async function findTickets(
  { api, tickets, member }: Options,
  query: string,
  signal: AbortSignal,
): Promise<readonly PsaTicket[]> {
  const { id, words } = parseTicketQuery(query);
  if (id !== null) {
    const ticket = await unlessMissing(tickets.get(id, signal));
    if (ticket !== null) return [ticket];
  }
  if (words.length > 0) return (await search(api, openWithWords(words), signal)).flatMap(shown);
  if (query.trim() !== '') return [];

  const conditions = member === null ? null : openOfMember(member);
  const [mine, recent] = await Promise.all([
    conditions === null ? [] : search(api, conditions, signal).catch(unlessCancelled),
    search(api, OPEN, signal),
  ]);
  const first = mine.filter((row) => isOf(row, member));
  const ids = new Set(first.map((row) => row.id));
  return [...first, ...recent.filter((row) => !ids.has(row.id))]
    .slice(0, MOST_FOUND)
    .flatMap(shown);
}

async function search(
  api: Api,
  conditions: string,
  signal: AbortSignal,
): Promise<readonly TicketRow[]> {
  const { rows } = await api.call(
    {
      operation: FIND_TICKETS,
      path: '/service/tickets',
      query: { conditions, orderBy: 'id desc', pageSize: MOST_FOUND },
      parse: pageOf(ticketSchema),
      effect: 'read',
    },
    signal,
  );
  return rows;
}

function shown(row: TicketRow): readonly PsaTicket[] {
  const ticket = toTicket(row, 'ServiceTicket');
  return ticket === undefined ? [] : [ticket];
}

/** `contains` finds `jdoe` in `jdoe2` as well. */
function isOf({ owner, resources }: TicketRow, member: string | null): boolean {
  const assigned = (resources ?? '').split(',').map((name) => name.trim());
  return [owner?.identifier ?? '', ...assigned].some(
    (name) => name !== '' && name.toLowerCase() === member?.toLowerCase(),
  );
}

async function unlessMissing(ticket: Promise<PsaTicket>): Promise<PsaTicket | null> {
  try {
    return await ticket;
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_FOUND') return null;
    throw error;
  }
}

/** My own tickets first is a comfort: where it is refused, the recent ones do. */
function unlessCancelled(error: unknown): readonly TicketRow[] {
  if (error instanceof AppError && error.code === 'CANCELLED') throw error;
  return [];
}
