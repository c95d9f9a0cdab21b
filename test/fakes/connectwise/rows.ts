/** A named row. */
export interface Reference {
  readonly id: number;
  readonly name: string;
}

export interface StatusRow extends Reference {
  readonly inactive: boolean;
  /** Whether a ticket in this status counts as closed. */
  readonly closed: boolean;
}

export interface BoardRow extends Reference {
  readonly inactive: boolean;
  readonly project: boolean;
  readonly statuses: readonly StatusRow[];
}

export interface CompanyRow extends Reference {
  readonly identifier: string;
}

export interface ContactRow extends Reference {
  readonly company_id: number;
  readonly email: string;
}

export interface MemberRow extends Reference {
  readonly identifier: string;
}

/** A device or the like that is on a ticket. */
export interface ConfigurationRow extends Reference {
  readonly ticket_id: number;
  /** As the provider calls it; null where nobody chose one. */
  readonly type: Reference | null;
}

export interface TicketRow {
  readonly id: number;
  readonly summary: string;
  readonly record_type: 'ServiceTicket' | 'ProjectTicket' | 'ProjectIssue';
  readonly board_id: number;
  readonly status_id: number;
  readonly company_id: number;
  readonly contact_id: number | null;
  readonly owner_id: number | null;
  /** Identifiers of the members that are assigned, with commas between. */
  readonly resources: string | null;
  readonly priority: Reference;
  readonly merged_into: number | null;
  readonly entered_at: string;
  readonly last_updated: string;
  readonly updated_by: string;
}

/** In which views of its ticket a note stands. */
export interface NoteFlags {
  readonly discussion: boolean;
  readonly internal: boolean;
  readonly resolution: boolean;
}

export interface NoteRow {
  readonly id: number;
  readonly ticket_id: number;
  readonly text: string;
  readonly flags: NoteFlags;
  /** A member's identifier, or the customer's name. */
  readonly author: string;
  readonly by_customer: boolean;
  readonly created_at: string;
}

export type NewNote = Omit<NoteRow, 'id' | 'created_at'>;

/** All that a server starts with. */
export interface Seed {
  readonly boards: readonly BoardRow[];
  readonly companies: readonly CompanyRow[];
  readonly contacts: readonly ContactRow[];
  readonly members: readonly MemberRow[];
  readonly tickets: readonly TicketRow[];
  readonly notes: readonly NoteRow[];
  readonly configurations: readonly ConfigurationRow[];
}

/** Where a ticket starts on a board. */
export function firstOpenStatus(board: BoardRow): StatusRow {
  const status = board.statuses.find(({ inactive, closed }) => !inactive && !closed);
  if (status === undefined) throw new Error(`No open status on ${board.name}.`);
  return status;
}

/** As the API writes times: UTC, no fraction. */
export function timestamp(at = new Date()): string {
  return at.toISOString().replace(/\.\d+Z$/, 'Z');
}
