import type { Draft } from '../../../shared/domain/note.ts';
import type { Intent } from '../../sessions/index.ts';
import { ticketName } from './run.ts';
import type { TicketRead } from './ticket.ts';

/**
 * What is no longer as it was when the technician confirmed the note, in words; empty where nothing that
 * matters has changed. Staff's own notes do not matter, a customer's do.
 */
export function changesSince(
  intent: Intent,
  { ticket, notes }: TicketRead,
  draft: Draft | undefined,
): readonly string[] {
  const { ticket: before, newest_note_id, created_at, updated_at, ticket_id, markdown } = intent;
  const name = ticketName(ticket_id);
  const changes: string[] = [];

  if (before !== null && before.board.id !== ticket.board.id) {
    changes.push(`${name} was moved from the board ${before.board.name} to ${ticket.board.name}`);
  }
  if (ticket.closed && before?.closed !== true) {
    changes.push(`${name} is closed (${ticket.status.name})`);
  } else if (before !== null && before.status.id !== ticket.status.id) {
    changes.push(`its status went from ${before.status.name} to ${ticket.status.name}`);
  }
  const isNew = (note: TicketRead['notes'][number]): boolean =>
    newest_note_id === null
      ? note.created_at !== null && Date.parse(note.created_at) > created_at
      : note.id > newest_note_id;
  const theirs = notes.filter((note) => note.by_customer && isNew(note));
  if (theirs.length > 0) {
    const who = theirs[0]?.author ?? 'the customer';
    changes.push(
      theirs.length === 1
        ? `${who} has written a new note`
        : `the customer has written ${theirs.length} new notes`,
    );
  }
  if (draft !== undefined && draft.updated_at > updated_at && draft.markdown !== markdown) {
    changes.push('you have edited the note since');
  }
  return changes;
}
