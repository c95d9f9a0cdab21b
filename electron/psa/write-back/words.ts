import type { NoteKind } from '../../../shared/domain/note.ts';
import type { Intent } from '../../sessions/index.ts';
import type { NoteFlags } from '../psa.ts';

/** What the technician calls a note of this kind. */
export const NOTE_NAMES: Readonly<Record<NoteKind, string>> = {
  resolve: 'resolution note',
  escalate: 'escalation package',
};

/** The views of a ticket in which a note stands, by their names on the screen. */
export function viewsOf({ discussion, internal, resolution }: NoteFlags): string {
  const views = [
    ...(discussion ? ['Discussion'] : []),
    ...(internal ? ['Internal'] : []),
    ...(resolution ? ['Resolution'] : []),
  ];
  return views.length === 0 ? 'no view at all' : views.join(' and ');
}

/** Who can read it there. */
export function readersOf({ discussion, resolution }: NoteFlags): string {
  return discussion || resolution ? 'the customer can see it' : 'only staff can see it';
}

/** Where our note is now; for messages that have to say what is on the ticket. */
export function noteOn({ kind, ticket_id, note_id }: Intent): string {
  return `The ${NOTE_NAMES[kind]} is on CW #${ticket_id} (note ${note_id})`;
}

export function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

/** `a, b and c` */
export function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** One sentence with a full stop. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
