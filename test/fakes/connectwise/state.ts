import {
  type BoardRow,
  firstOpenStatus,
  type NewNote,
  type NoteRow,
  type Seed,
  type StatusRow,
  type TicketRow,
  timestamp,
} from './rows.ts';

/** What the server knows. */
export type State = ReturnType<typeof createState>;

export function createState(seed: Seed) {
  const boards = new Map(seed.boards.map((board) => [board.id, board]));
  const tickets = new Map(seed.tickets.map((ticket) => [ticket.id, ticket]));
  const notes: NoteRow[] = [...seed.notes];

  function ticket(id: number): TicketRow {
    return found(tickets.get(id), `ticket ${id}`);
  }

  function board(id: number): BoardRow {
    return found(boards.get(id), `board ${id}`);
  }

  function status(row: TicketRow): StatusRow {
    const statuses = board(row.board_id).statuses;
    return found(
      statuses.find(({ id }) => id === row.status_id),
      `status ${row.status_id}`,
    );
  }

  function change(id: number, fields: Partial<TicketRow>, by: string): TicketRow {
    const changed = { ...ticket(id), ...fields, last_updated: timestamp(), updated_by: by };
    tickets.set(id, changed);
    return changed;
  }

  function addNote(note: NewNote): NoteRow {
    const id = Math.max(0, ...notes.map((row) => row.id)) + 1;
    const row = { ...note, id, created_at: timestamp() };
    notes.push(row);
    if (tickets.has(note.ticket_id)) change(note.ticket_id, {}, note.author);
    return row;
  }

  return {
    companies: seed.companies,
    contacts: seed.contacts,
    members: seed.members,
    boards,
    tickets,
    notes,
    configurations: [...seed.configurations],
    ticket,
    board,
    status,
    change,
    addNote,
    /** As by mail: Discussion, and the customer's. */
    addCustomerNote(id: number, text: string): NoteRow {
      const contact = seed.contacts.find((row) => row.id === ticket(id).contact_id);
      return addNote({
        ticket_id: id,
        text,
        flags: { discussion: true, internal: false, resolution: false },
        author: contact?.name ?? 'Customer',
        by_customer: true,
      });
    },
    /** Another member closes it. */
    close(id: number): void {
      const closed = board(ticket(id).board_id).statuses.find((row) => row.closed && !row.inactive);
      change(id, { status_id: found(closed, 'closed status').id }, 'dispatch');
    },
    merge(id: number, into: number): void {
      change(id, { merged_into: ticket(into).id }, 'dispatch');
    },
    /** To the first open status of the other board: statuses belong to one board each. */
    move(id: number, boardId: number): void {
      const target = board(boardId);
      change(id, { board_id: target.id, status_id: firstOpenStatus(target).id }, 'dispatch');
    },
  };
}

function found<T>(row: T | undefined, what: string): T {
  if (row === undefined) throw new Error(`The fake ConnectWise has no ${what}.`);
  return row;
}
