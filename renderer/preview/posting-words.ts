import type { NoteKind } from '../../shared/domain/note.ts';
import type { SessionState } from '../../shared/domain/session.ts';
import type { WriteBack } from '../../shared/domain/write-back.ts';
import { singleLine } from '../../shared/text.ts';
import { ticketName } from '../tickets/ticket-words.ts';

/** Who a note is for, in the words and the colour used everywhere. */
export interface Audience {
  readonly tone: 'customer' | 'internal';
  readonly words: string;
}

export const NOTE_TITLES: Readonly<Record<NoteKind, string>> = {
  resolve: 'Resolution note',
  escalate: 'Escalation package',
};

export const AUDIENCES: Readonly<Record<NoteKind, Audience>> = {
  resolve: { tone: 'customer', words: 'Customer will see this' },
  escalate: { tone: 'internal', words: 'Internal only' },
};

/** A note that ended up where customers read it. */
export const EXPOSED: Audience = { tone: 'customer', words: 'Customers can see this now' };

/** What became of a posted note, in one line. What it says of the status was seen on the ticket. */
export function outcomeWords(posted: Outcome): string {
  const { outcome, ticket_ref, verified_status, closed_anyway_reason } = posted;
  if (outcome === 'resolved_local') return 'Resolved locally';
  if (outcome === 'escalated_local') return 'Escalated locally';
  const where = `Posted to ${ticketName(ticket_ref ?? 'the ticket')}.`;
  if (verified_status !== null) return `${where} Status verified: ${verified_status}.`;
  return closed_anyway_reason === null
    ? `${where} Status not changed.`
    : `${where} Status left unchanged.`;
}

type Outcome = Pick<
  WriteBack,
  'outcome' | 'ticket_ref' | 'verified_status' | 'closed_anyway_reason'
>;

/** Whether a note stayed on this machine. */
export function isLocal({ outcome }: Pick<WriteBack, 'outcome'>): boolean {
  return outcome === 'resolved_local' || outcome === 'escalated_local';
}

/** What the posting leaves undone on a linked ticket; `null` where there is no ticket. */
export function untouchedTicketHint(ticketRef: string | null): string | null {
  if (ticketRef === null) return null;
  const ticket = ticketName(ticketRef);
  return `ConnectWise isn’t connected. The note is saved here only — copy it into ${ticket}.`;
}

/** What is shown in place of the composer once a session is closed. */
export function closedWords(state: SessionState): string {
  const word = state === 'escalated' ? 'Escalated' : 'Resolved';
  return `${word} — read only.`;
}

/** A file name for an exported note that every file system takes. */
export function noteFileName(title: string, kind: NoteKind): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: file systems refuse them
  const stem = singleLine(title.replace(/[<>:"/\\|?*\u0000-\u001F]+/g, ' '))
    .slice(0, 80)
    .replace(/[. ]+$/, '');
  return `${stem || 'Session'} - ${NOTE_TITLES[kind].toLowerCase()}.md`;
}
