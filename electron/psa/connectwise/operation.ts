/** What is asked of ConnectWise, in the words that a failure needs. */
export interface Operation {
  /** Completes "ConnectWise refused to …". */
  readonly doing: string;
  /** The right of the member's security role, by the names on ConnectWise's own screen. */
  readonly right: string;
  /** Said where ConnectWise does not find it. */
  readonly not_found: string;
}

const TICKETS = 'Service Desk → Service Tickets';

export const LIST_BOARDS: Operation = {
  doing: 'list the boards',
  right: 'System → Table Setup (Service / Service Board): Inquire',
  not_found: 'ConnectWise has no boards here.',
};

export const READ_SYSTEM_INFO: Operation = {
  doing: 'tell its version',
  right: 'none',
  not_found: 'ConnectWise does not tell its version here.',
};

export const FIND_TICKETS: Operation = {
  doing: 'search the tickets',
  right: `${TICKETS}: Inquire`,
  not_found: 'ConnectWise has no tickets here.',
};

export function listStatuses(boardId: number): Operation {
  return {
    doing: 'list the statuses of the board',
    right: 'System → Table Setup (Service / Service Board): Inquire',
    not_found: `ConnectWise has no board ${boardId} any more.`,
  };
}

export function readTicket(ticketId: number): Operation {
  return {
    doing: `show ticket #${ticketId}`,
    right: `${TICKETS}: Inquire`,
    not_found: `There is no ticket #${ticketId} in ConnectWise, or these keys may not see it.`,
  };
}

export function readProjectTicket(ticketId: number): Operation {
  return { ...readTicket(ticketId), right: 'Project → Project Tickets: Inquire' };
}

export function readNotes(ticketId: number): Operation {
  return { ...readTicket(ticketId), doing: `show the notes of ticket #${ticketId}` };
}

export function readConfigurations(ticketId: number): Operation {
  return {
    ...readTicket(ticketId),
    doing: `list the configurations of ticket #${ticketId}`,
    right: `${TICKETS}: Inquire, and Companies → Configurations: Inquire`,
  };
}

export function readNote(ticketId: number): Operation {
  return {
    ...readNotes(ticketId),
    not_found: `The note is not on ticket #${ticketId}: it may have been deleted or moved.`,
  };
}

export function addNote(ticketId: number): Operation {
  return {
    doing: `take the note for ticket #${ticketId}`,
    right: `${TICKETS}: Add, Edit`,
    not_found: `There is no ticket #${ticketId} in ConnectWise any more; the note was not posted.`,
  };
}

/** Closing is a right of its own: a role can edit tickets and still be refused here. */
export function changeStatus(ticketId: number, closes: boolean | null): Operation {
  const edit = `${TICKETS}: Edit`;
  const close = 'Service Desk → Close Service Tickets: Edit';
  return {
    doing: `change the status of ticket #${ticketId}`,
    right:
      closes === false
        ? edit
        : `${edit}${closes ? ', and' : '; if the status closes it,'} ${close}`,
    not_found: `There is no ticket #${ticketId} in ConnectWise any more; its status was not changed.`,
  };
}
