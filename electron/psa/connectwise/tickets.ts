import { AppError } from '../../../shared/errors.ts';
import type { PsaTicket } from '../psa.ts';
import type { Api } from './api.ts';
import type { Boards } from './boards.ts';
import { changeStatus, readProjectTicket, readTicket } from './operation.ts';
import { rowOf, ticketSchema } from './schemas.ts';
import { toTicket } from './ticket-row.ts';

export interface Tickets {
  get(ticketId: number, signal: AbortSignal): Promise<PsaTicket>;
  setStatus(ticketId: number, statusId: number, signal: AbortSignal): Promise<PsaTicket>;
}

const parseServiceTicket = parseTicket('ServiceTicket');

export function createTickets(api: Api, boards: Boards): Tickets {
  async function get(ticketId: number, signal: AbortSignal): Promise<PsaTicket> {
    try {
      return await api.call(
        {
          operation: readTicket(ticketId),
          path: `/service/tickets/${ticketId}`,
          parse: parseServiceTicket,
          effect: 'read',
        },
        signal,
      );
    } catch (error) {
      if (!isCode(error, 'NOT_FOUND')) throw error;
      const project = await findProjectTicket(api, ticketId, signal);
      if (project === null) throw error;
      return project;
    }
  }

  return {
    get,
    async setStatus(ticketId, statusId, signal) {
      try {
        return await api.call(
          {
            operation: changeStatus(ticketId, boards.closes(statusId)),
            path: `/service/tickets/${ticketId}`,
            // The whole reference: a patch inside it (`status/id`) may be answered 200 and not done.
            body: [{ op: 'replace', path: 'status', value: { id: statusId } }],
            parse: parseServiceTicket,
            effect: 'change',
            done: async () => {
              const ticket = await get(ticketId, signal);
              return ticket.status.id === statusId ? ticket : null;
            },
          },
          signal,
        );
      } catch (error) {
        if (isStatusOfOtherBoard(error)) boards.forgetStatuses();
        throw error;
      }
    },
  };
}

/** Project tickets have a tree of their own. Null where the ticket is not there either. */
async function findProjectTicket(
  api: Api,
  ticketId: number,
  signal: AbortSignal,
): Promise<PsaTicket | null> {
  try {
    return await api.call(
      {
        operation: readProjectTicket(ticketId),
        path: `/project/tickets/${ticketId}`,
        parse: parseTicket('ProjectTicket'),
        effect: 'read',
        is_routed: true,
      },
      signal,
    );
  } catch (error) {
    if (isCode(error, 'CANCELLED')) throw error;
    return null;
  }
}

function parseTicket(recordType: string): (value: unknown) => PsaTicket | undefined {
  const parse = rowOf(ticketSchema);
  return (value) => {
    const row = parse(value);
    return row === undefined ? undefined : toTicket(row, recordType);
  };
}

function isCode(error: unknown, code: AppError['code']): boolean {
  return error instanceof AppError && error.code === code;
}

function isStatusOfOtherBoard(error: unknown): boolean {
  const { reason, psa_field } = (error instanceof AppError ? error.details : undefined) ?? {};
  return (
    psa_field === 'status/id' ||
    (typeof reason === 'string' && /not found for Service Board/i.test(reason))
  );
}
