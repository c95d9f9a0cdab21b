/**
 * What the app asks of a professional services automation system (PSA). One folder beside this file
 * holds each system; nothing outside it knows which one is at work. Every call rejects with an AppError
 * whose message says what to do:
 * - `INVALID_INPUT`, `NOT_CONFIGURED`: the settings lack something or lead nowhere;
 * - `AUTH_FAILED`: the keys are not accepted;
 * - `NOT_FOUND`;
 * - `PSA_REJECTED`: refused, with `details.reason` in the system's own words, `details.missing_right`
 *   where a right is lacking, `details.temporary` where the system failed to answer a read and may do
 *   better later;
 * - `RATE_LIMITED`, with `details.retry_at` in milliseconds since 1970;
 * - `OFFLINE`: no answer to a read; for a write, that nothing was sent, for certain;
 * - `CANCELLED`: stopped by the signal; for a write, before anything was sent;
 * - `PSA_OUTCOME_UNKNOWN`, for writes alone: sent, and no answer that tells whether it was done. A write
 *   stopped while under way is one of these, with `details.cancelled`.
 */
export interface Psa {
  /** As people call it: `ConnectWise`. */
  readonly name: string;
  /**
   * Which system of its kind it is: where it is reached, and whose. The same however the address was
   * pasted, holds no secret, and never throws: tickets of one number in two systems are two.
   */
  readonly identity: string;
  /** Tells host, credentials and rights apart. Never rejects but for `CANCELLED`. */
  testConnection(signal: AbortSignal): Promise<ConnectionReport>;
  /** A ticket by its number, open ones by words; without a query the technician's own come first. */
  findTickets(query: string, signal: AbortSignal): Promise<readonly PsaTicket[]>;
  /** Fetched anew each time: this is what a status is verified by. */
  getTicket(ticketId: number, signal: AbortSignal): Promise<PsaTicket>;
  /** The newest notes first, at most `count`. */
  newestNotes(ticketId: number, count: number, signal: AbortSignal): Promise<readonly PsaNote[]>;
  getNote(ticketId: number, noteId: number, signal: AbortSignal): Promise<PsaNote>;
  /** The devices and whatever else is recorded on the ticket; a right of its own. */
  configurations(ticketId: number, signal: AbortSignal): Promise<readonly PsaConfiguration[]>;
  /** Sent at most once, over a connection that nothing used before; never repeated by anybody below. */
  addNote(ticketId: number, note: NewPsaNote, signal: AbortSignal): Promise<PsaNote>;
  /**
   * May be repeated: the same status is the same end. Answers the ticket as the system returned it,
   * which proves nothing yet.
   */
  setStatus(ticketId: number, statusId: number, signal: AbortSignal): Promise<PsaTicket>;
  /** Boards that tickets with notes stand on. */
  listBoards(signal: AbortSignal): Promise<readonly PsaBoard[]>;
  /** May be some minutes old. */
  listStatuses(boardId: number, signal: AbortSignal): Promise<readonly PsaStatus[]>;
  /** Where a browser shows the ticket. */
  ticketUrl(ticketId: number): string;
}

/** A named row of the PSA. */
export interface PsaReference {
  readonly id: number;
  readonly name: string;
}

/** A device, or another thing that the provider looks after, such as a license. */
export interface PsaConfiguration extends PsaReference {
  /** In the provider's own words: `Managed Server`. */
  readonly type: string | null;
}

export interface PsaTicket {
  readonly id: number;
  readonly summary: string;
  readonly board: PsaReference;
  readonly status: PsaReference;
  readonly company: PsaReference | null;
  readonly contact: string | null;
  readonly priority: PsaReference | null;
  readonly owner: string | null;
  readonly closed: boolean;
  /** Why notes must not go here (a merged child, a project ticket), in words; null where they may. */
  readonly refusal: string | null;
  /** ISO time of the last change, as the system tells it; null where it does not. */
  readonly last_updated: string | null;
}

/** In which views of the ticket a note stands. Customers see discussion and resolution. */
export interface NoteFlags {
  readonly discussion: boolean;
  readonly internal: boolean;
  readonly resolution: boolean;
}

export interface PsaNote {
  readonly id: number;
  readonly text: string;
  readonly flags: NoteFlags;
  readonly author: string | null;
  /** Written by the customer's contact and nobody of ours, as far as the system tells. */
  readonly by_customer: boolean;
  /** ISO time. */
  readonly created_at: string | null;
}

export interface NewPsaNote {
  readonly text: string;
  readonly flags: NoteFlags;
  /** Whether the system may send its notifications for this note. */
  readonly notify: boolean;
}

export interface PsaBoard extends PsaReference {
  readonly inactive: boolean;
}

export interface PsaStatus extends PsaReference {
  readonly inactive: boolean;
  /** Whether the system counts a ticket in this status as closed. */
  readonly closed: boolean;
}

/** Each step of a connection test in its order; the first that failed says what to do. */
export interface ConnectionReport {
  readonly ok: boolean;
  readonly steps: readonly {
    readonly name: 'address' | 'company' | 'keys' | 'rights';
    readonly ok: boolean;
    /** What was found, or what is wrong and what to do about it. */
    readonly message: string;
  }[];
}
