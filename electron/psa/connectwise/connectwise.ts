import type { Psa } from '../psa.ts';
import type { ConnectWiseKeys } from './access.ts';
import { parseAddress } from './address.ts';
import type { Fetch } from './answer.ts';
import { createApi } from './api.ts';
import { createBoards } from './boards.ts';
import { configurationsOf } from './configurations.ts';
import { testConnection } from './connection-test.ts';
import { findTickets } from './find-tickets.ts';
import { createNotes } from './notes.ts';
import { ticketUrl } from './ticket-url.ts';
import { createTickets } from './tickets.ts';

export interface ConnectWiseOptions {
  /** Whatever was pasted: the host that people open, the API's host, a link. */
  readonly site: string;
  /** The company that people log in to. */
  readonly company: string;
  readonly client_id: string;
  /** Read anew for each call, so that they are held nowhere else. */
  readonly keys: () => Promise<ConnectWiseKeys | null>;
  /** The technician's own member name (`tkessler`); no call tells whose the keys are. */
  readonly member?: string | null;
  /** The web's fetch; connections may be used again. */
  readonly fetch: Fetch;
  /** For notes alone: no connection that was used before, and no repeating below. */
  readonly fetchOnFreshConnection: Fetch;
  readonly sleep?: (milliseconds: number) => Promise<void>;
  readonly now?: () => number;
  readonly random?: () => number;
  readonly timeout_milliseconds?: number;
}

/** What other clients of ConnectWise wait, too; the vendor names no limit. */
const TIMEOUT_MILLISECONDS = 30_000;

/** ConnectWise PSA over its REST API. Makes no call until it is asked for something. */
export function createConnectWise(options: ConnectWiseOptions): Psa {
  const { now = Date.now, member = null } = options;
  const api = createApi({
    ...options,
    now,
    sleep: options.sleep ?? sleep,
    random: options.random ?? Math.random,
    timeout_milliseconds: options.timeout_milliseconds ?? TIMEOUT_MILLISECONDS,
  });
  const boards = createBoards(api, now);
  const tickets = createTickets(api, boards);
  const notes = createNotes(api);
  const name = member?.trim() || null;

  return {
    name: 'ConnectWise',
    identity: identityOf(options),
    testConnection: (signal) => testConnection(api, boards, signal),
    findTickets: (query, signal) => findTickets({ api, tickets, member: name }, query, signal),
    getTicket: tickets.get,
    setStatus: tickets.setStatus,
    newestNotes: notes.newest,
    getNote: notes.get,
    addNote: notes.add,
    configurations: (ticketId, signal) => configurationsOf(api, ticketId, signal),
    listBoards: boards.list,
    listStatuses: boards.statuses,
    ticketUrl: (ticketId) => ticketUrl(api.address(), ticketId),
  };
}

/** An address that leads nowhere is not repeated: it may hold a password. No call comes through there. */
function identityOf({ site, company }: Pick<ConnectWiseOptions, 'site' | 'company'>): string {
  const name = company.trim().toLowerCase();
  try {
    return `${parseAddress(site).api_origin}/${name}`;
  } catch {
    return `an address that leads nowhere/${name}`;
  }
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
