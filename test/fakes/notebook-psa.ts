import type {
  NewPsaNote,
  Psa,
  PsaNote,
  PsaReference,
  PsaStatus,
  PsaTicket,
} from '../../electron/psa/index.ts';
import { AppError } from '../../shared/errors.ts';

type Call = 'getTicket' | 'newestNotes' | 'getNote' | 'addNote' | 'setStatus' | 'listStatuses';

/** A PSA of its own kind, in memory: what the app asks of any of them, and nothing of ConnectWise. */
export interface NotebookPsa extends Psa {
  readonly tickets: Map<number, PsaTicket>;
  notesOf(ticketId: number): readonly PsaNote[];
  addCustomerNote(ticketId: number, text: string): void;
  change(ticketId: number, change: Partial<PsaTicket>): void;
  /** The calls so far, in order. */
  readonly calls: Call[];
  /** Runs before the next call of this name (`after`: when its work is done); it may throw, once. */
  next(call: Call, action: () => void, when?: 'before' | 'after'): void;
  /** Drops what was planned and did not come. */
  clear(): void;
}

export const DESK: PsaReference = { id: 1, name: 'Desk' };
export const OPEN: PsaReference = { id: 10, name: 'Open' };
export const WAITING: PsaReference = { id: 11, name: 'Waiting' };
export const DONE: PsaReference = { id: 12, name: 'Done' };
export const HANDED_ON: PsaReference = { id: 13, name: 'Handed on' };
const RETIRED: PsaReference = { id: 14, name: 'Retired' };

const STATUSES: readonly PsaStatus[] = [OPEN, WAITING, DONE, HANDED_ON, RETIRED].map((status) => ({
  ...status,
  inactive: status === RETIRED,
  closed: status === DONE,
}));

/** Opens a notebook with one ticket, 48213, on the board {@link DESK}. */
export function openNotebook(identity = 'notebook'): NotebookPsa {
  const tickets = new Map<number, PsaTicket>();
  const notes = new Map<number, (PsaNote & { readonly ticket_id: number })[]>();
  const calls: Call[] = [];
  let planned: { call: Call; when: 'before' | 'after'; action: () => void }[] = [];
  let lastNote = 100;

  tickets.set(48213, {
    id: 48213,
    summary: 'Outlook asks for a password',
    board: DESK,
    status: OPEN,
    company: null,
    contact: 'Maria Lopez',
    priority: null,
    owner: null,
    closed: false,
    refusal: null,
    last_updated: null,
  });

  function strike(call: Call, when: 'before' | 'after'): void {
    const one = planned.find((plan) => plan.call === call && plan.when === when);
    planned = planned.filter((plan) => plan !== one);
    one?.action();
  }

  async function perform<Result>(call: Call, work: () => Result): Promise<Result> {
    calls.push(call);
    strike(call, 'before');
    const result = work();
    strike(call, 'after');
    return result;
  }

  function ticket(id: number): PsaTicket {
    const found = tickets.get(id);
    if (found === undefined) throw new AppError('NOT_FOUND', `No ticket ${id}.`);
    return found;
  }

  function write(ticketId: number, note: NewPsaNote, by_customer: boolean): PsaNote {
    lastNote += 1;
    const { text, flags } = note;
    const created_at = new Date().toISOString();
    const row = {
      id: lastNote,
      ticket_id: ticketId,
      text,
      flags,
      author: 'me',
      by_customer,
      created_at,
    };
    notes.set(ticketId, [...(notes.get(ticketId) ?? []), row]);
    return row;
  }

  return {
    name: 'Notebook',
    identity,
    tickets,
    calls,
    notesOf: (ticketId) => notes.get(ticketId) ?? [],
    addCustomerNote(ticketId, text) {
      const flags = { discussion: true, internal: false, resolution: false };
      write(ticketId, { text, flags, notify: false }, true);
    },
    change: (ticketId, change) => void tickets.set(ticketId, { ...ticket(ticketId), ...change }),
    next: (call, action, when = 'before') => void planned.push({ call, when, action }),

    clear() {
      planned = [];
    },
    testConnection: async () => ({ ok: true, steps: [] }),
    findTickets: async () => [...tickets.values()],
    getTicket: (id) => perform('getTicket', () => ticket(id)),
    newestNotes: (id, count) =>
      perform('newestNotes', () => (notes.get(id) ?? []).toReversed().slice(0, count)),
    getNote: (id, noteId) =>
      perform('getNote', () => {
        const note = notes.get(id)?.find((one) => one.id === noteId);
        if (note === undefined) throw new AppError('NOT_FOUND', `No note ${noteId}.`);
        return note;
      }),
    configurations: async () => [],
    addNote: (id, note) => perform('addNote', () => write(ticket(id).id, note, false)),
    async setStatus(id, statusId) {
      await perform('setStatus', () => {
        const status = STATUSES.find((one) => one.id === statusId);
        if (status === undefined) throw new AppError('PSA_REJECTED', 'No such status.');
        tickets.set(id, { ...ticket(id), status, closed: status.closed });
      });
      return ticket(id);
    },
    listBoards: async () => [{ ...DESK, inactive: false }],
    listStatuses: () => perform('listStatuses', () => STATUSES),
    ticketUrl: (id) => `notebook:${id}`,
  };
}
