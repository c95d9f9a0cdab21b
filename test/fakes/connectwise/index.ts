import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from './exchange.ts';
import { createFaults, type Fault } from './faults.ts';
import type { Credentials } from './gate.ts';
import { createConnections, type SeenRequest } from './request-log.ts';
import {
  type BoardRow,
  type ConfigurationRow,
  type NewNote,
  type NoteRow,
  type Reference,
  type Seed,
  type TicketRow,
  timestamp,
} from './rows.ts';
import { schemaCheck } from './schema-check.ts';
import { seed } from './seed.ts';
import { usualTicket } from './seed-tickets.ts';
import { createState } from './state.ts';
import { createTimers } from './timers.ts';

export type { Effect, Fault, Step } from './faults.ts';
export type { SeenRequest } from './request-log.ts';

/** A ticket as the server has it now. */
export interface FakeTicket extends TicketRow {
  readonly board: Reference;
  readonly status: Reference;
  readonly closed: boolean;
}

/** What a new ticket has to say of itself; the rest is as usual. */
export type NewTicket = Pick<TicketRow, 'id' | 'summary'> & Partial<TicketRow>;

export interface FakeConnectWiseOptions {
  readonly credentials?: Partial<Credentials>;
  /** Whose key it is; `tkessler` if nothing is said. */
  readonly key_member?: string;
  readonly codebase?: string;
  /** 0, any free one, if nothing is said. */
  readonly port?: number;
  readonly seed?: Partial<Seed>;
}

/** ConnectWise PSA on loopback, with faults on demand. */
export interface FakeConnectWise {
  /** `http://127.0.0.1:…`, as a technician would paste it. */
  readonly url: string;
  readonly host: string;
  readonly credentials: Credentials;
  addTicket(ticket: NewTicket): FakeTicket;
  removeTicket(id: number): void;
  addBoard(board: BoardRow): void;
  addNote(note: Omit<NewNote, 'author' | 'by_customer'> & Partial<NewNote>): NoteRow;
  addCustomerNote(ticketId: number, text: string): NoteRow;
  /** Puts a device or the like on a ticket. */
  addConfiguration(configuration: ConfigurationRow): void;
  closeTicket(id: number): void;
  mergeTicket(id: number, into: number): void;
  moveTicket(id: number, boardId: number): void;
  /** As an upgrade of the cloud does: the old address answers 404 from now on. */
  upgrade(codebase: string): void;
  fault(fault: Fault): void;
  clearFaults(): void;
  ticket(id: number): FakeTicket;
  /** In the order they were written. */
  notes(ticketId: number): readonly NoteRow[];
  readonly requests: readonly SeenRequest[];
  /** What was wrong with requests and answers. Empty at the end of every test but those that provoke it. */
  readonly violations: readonly string[];
  stop(): Promise<void>;
}

const CREDENTIALS: Credentials = {
  company: 'lakeside',
  public_key: 'pUbKey01lakeside',
  private_key: 'pRiVkEy01lakeside',
  client_id: '7c0e2f58-0c7f-4a55-9d0e-3f7d2b1a9c11',
};

/** Starts one, with an ordinary morning's tickets on it unless a seed says otherwise. */
export async function startFakeConnectWise(
  options: FakeConnectWiseOptions = {},
): Promise<FakeConnectWise> {
  schemaCheck();
  const state = createState({ ...seed, ...options.seed });
  const faults = createFaults();
  const timers = createTimers();
  const connections = createConnections();
  const credentials = { ...CREDENTIALS, ...options.credentials };
  const requests: SeenRequest[] = [];
  const violations: string[] = [];
  let codebase = options.codebase ?? 'v2026_1/';

  const context = {
    state,
    faults,
    timers,
    credentials,
    key_member: options.key_member ?? 'tkessler',
    connections,
    requests,
    violations,
    codebase: () => codebase,
  };
  const server = createServer((request, response) => {
    serve(context, request, response).catch((error: unknown) => {
      // A client that goes away while its request is read is no mistake of anybody's.
      if (!request.destroyed || request.complete) violations.push(`the fake failed: ${error}`);
      response.destroy();
    });
  });
  server.on('connection', connections.opened);
  // Connections end when a test says so, never of themselves.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;

  function ticket(id: number): FakeTicket {
    const row = state.ticket(id);
    const status = state.status(row);
    return { ...row, board: state.board(row.board_id), status, closed: status.closed };
  }

  return {
    url: `http://${host}`,
    host,
    credentials,
    addTicket(given) {
      const now = timestamp();
      state.tickets.set(given.id, {
        ...usualTicket,
        entered_at: now,
        last_updated: now,
        ...given,
      });
      return ticket(given.id);
    },
    removeTicket: (id) => void state.tickets.delete(id),
    addBoard: (board) => void state.boards.set(board.id, board),
    addNote: (note) => state.addNote({ author: 'dispatch', by_customer: false, ...note }),
    addCustomerNote: state.addCustomerNote,
    addConfiguration: (configuration) => void state.configurations.push(configuration),
    closeTicket: state.close,
    mergeTicket: state.merge,
    moveTicket: state.move,
    upgrade(next) {
      codebase = next;
    },
    fault: faults.set,
    clearFaults: faults.clear,
    ticket,
    notes: (ticketId) => state.notes.filter(({ ticket_id }) => ticket_id === ticketId),
    requests,
    violations,
    async stop() {
      timers.stop();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
