import {
  type Answer,
  answer,
  forbidden,
  invalidTicket,
  notFound,
  statusOfOtherBoard,
  statusRefused,
} from './answers.ts';
import { configurationReference, ticketBody } from './bodies.ts';
import { effectOf } from './faults.ts';
import { listAnswer, narrowed } from './lists.ts';
import { numberAt, type Route, type RouteContext } from './route.ts';
import type { StatusRow, TicketRow } from './rows.ts';
import { schemaCheck } from './schema-check.ts';

/** What a condition or an order on tickets may name. */
const FIELDS: readonly string[] = [
  'id',
  'summary',
  'recordType',
  'closedFlag',
  'board/id',
  'board/name',
  'status/id',
  'status/name',
  'company/id',
  'company/identifier',
  'company/name',
  'contact/id',
  'owner/id',
  'owner/identifier',
  'resources',
  'priority/id',
  'priority/sort',
  'parentTicketId',
  '_info/lastUpdated',
  '_info/dateEntered',
];

interface Operation {
  readonly op: string;
  readonly path: string;
  readonly value?: unknown;
}

/** Tickets: found, read, and given another status. Those of projects have a tree of their own. */
export const ticketRoutes: readonly Route[] = [
  {
    step: 'findTickets',
    method: 'GET',
    path: /^\/service\/tickets$/,
    list: true,
    serve({ state, list }) {
      const rows = [...state.tickets.values()].filter(isService);
      const bodies = rows.map((row) => ticketBody(state, row));
      return listAnswer(bodies, 'Ticket', FIELDS, list);
    },
  },
  {
    step: 'getTicket',
    method: 'GET',
    path: /^\/service\/tickets\/(\d+)$/,
    of_ticket: true,
    serve: (context) => oneTicket(context, isService),
  },
  {
    step: 'getProjectTicket',
    method: 'GET',
    path: /^\/project\/tickets\/(\d+)$/,
    of_ticket: true,
    serve: (context) => oneTicket(context, (row) => !isService(row)),
  },
  {
    step: 'configurations',
    method: 'GET',
    path: /^\/service\/tickets\/(\d+)\/configurations$/,
    of_ticket: true,
    list: true,
    serve(context) {
      const { state, list } = context;
      const row = state.tickets.get(numberAt(context, 0));
      if (row === undefined || !isService(row)) return notFound('Ticket');
      const rows = state.configurations.filter(({ ticket_id }) => ticket_id === row.id);
      return listAnswer(rows.map(configurationReference), 'ConfigurationReference', ['id'], list);
    },
  },
  {
    step: 'patchStatus',
    method: 'PATCH',
    path: /^\/service\/tickets\/(\d+)$/,
    of_ticket: true,
    check: (body) =>
      schemaCheck().fault('PatchDocument', body) ?? schemaCheck().fault('StatusChangePatch', body),
    serve: patchTicket,
  },
];

/** The status that a patch asks for, or NaN. */
export function wantedStatus(body: unknown): number {
  const operation = operations(body).find(({ path }) => path === 'status');
  const value = operation?.value;
  return typeof value === 'object' && value !== null && 'id' in value
    ? Number(value.id)
    : Number.NaN;
}

function oneTicket(context: RouteContext, belongs: (row: TicketRow) => boolean): Answer {
  const row = context.state.tickets.get(numberAt(context, 0));
  if (row === undefined || !belongs(row)) return notFound('Ticket');
  return answer(200, 'Ticket', narrowed(ticketBody(context.state, row), context.list.query));
}

function patchTicket(context: RouteContext): Answer {
  const { state, body } = context;
  const row = state.tickets.get(numberAt(context, 0));
  if (row === undefined || !isService(row)) return notFound('Ticket');
  if (operations(body).length === 0) {
    return invalidTicket('InvalidPatch', 'A patch is a list of operations.', 'patch');
  }
  // A path with a slash is the known trap: the server says 200 and does nothing.
  if (operations(body).every(({ path }) => path.includes('/'))) return ticketAnswer(context);
  const board = state.board(row.board_id);
  const wanted = wantedStatus(body);
  const status = board.statuses.find(({ id }) => id === wanted);
  if (status === undefined) return statusOfOtherBoard(wanted, board.id);
  if (status.inactive) return statusRefused();
  if (status.closed && effectOf(context.effects, 'no-close-right')) return forbidden();
  if (effectOf(context.effects, 'status-ignored')) return ticketAnswer(context);
  return withStatus(context, row, status);
}

/** Stores the status, or the one that a rule of the board puts in its place, now or later. */
function withStatus(context: RouteContext, row: TicketRow, status: StatusRow): Answer {
  const { state, key_member, effects, later } = context;
  const override = effectOf(effects, 'status-overridden');
  if (override === undefined) {
    state.change(row.id, { status_id: status.id }, key_member);
    return ticketAnswer(context);
  }
  const third = state
    .board(row.board_id)
    .statuses.find(({ id, name, inactive, closed }) =>
      override.status === undefined
        ? id !== row.status_id && id !== status.id && !inactive && !closed
        : name === override.status,
    );
  if (third === undefined) throw new Error('The board has no third status.');
  const overrule = () => void state.change(row.id, { status_id: third.id }, 'workflow');
  if (override.after_ms === undefined) {
    overrule();
    return ticketAnswer(context);
  }
  state.change(row.id, { status_id: status.id }, key_member);
  const answered = ticketAnswer(context);
  later(override.after_ms, overrule);
  return answered;
}

function ticketAnswer(context: RouteContext): Answer {
  const row = context.state.ticket(numberAt(context, 0));
  return answer(200, 'Ticket', ticketBody(context.state, row));
}

function operations(body: unknown): readonly Operation[] {
  if (!Array.isArray(body)) return [];
  return body.filter(
    (item): item is Operation =>
      typeof item === 'object' && item !== null && typeof item.path === 'string',
  );
}

function isService({ record_type }: TicketRow): boolean {
  return record_type === 'ServiceTicket';
}
