import type { NoteKind } from '../../shared/domain/note.ts';
import type { SessionState } from '../../shared/domain/session.ts';
import type { PostOutcome } from '../../shared/domain/write-back.ts';
import { singleLine } from '../../shared/text.ts';

/** Who a note is for, in the words and the colour that stand for it everywhere. */
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

/** What the press does, as it stands on the button after `Confirm & post`. */
export const CONSEQUENCES: Readonly<Record<NoteKind, string>> = {
  resolve: 'resolve locally',
  escalate: 'escalate locally',
};

export const OUTCOME_WORDS: Readonly<Record<PostOutcome, string>> = {
  resolved_local: 'Resolved locally',
  escalated_local: 'Escalated locally',
};

/** What the posting leaves undone on a linked ticket; `null` where there is no ticket. */
export function untouchedTicketHint(ticketRef: string | null): string | null {
  if (ticketRef === null) return null;
  const ticket = ticketName(ticketRef);
  return `ConnectWise is not connected: ${ticket} is not touched. The note is kept here; copy it there yourself.`;
}

/** `CW #48213`, for a reference kept with or without its prefix. */
export function ticketName(ticketRef: string): string {
  return /^\d+$/.test(ticketRef) ? `CW #${ticketRef}` : ticketRef;
}

/** What stands where the composer was, once a session is closed. */
export function closedWords(state: SessionState): string {
  const word = state === 'escalated' ? 'escalated' : 'resolved';
  return `This session is ${word}. Its messages, facts and note are kept as they were; for new work, open a new session.`;
}

/** A file name for an exported note that every file system takes. */
export function noteFileName(title: string, kind: NoteKind): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: file systems refuse them
  const stem = singleLine(title.replace(/[<>:"/\\|?*\u0000-\u001F]+/g, ' '))
    .slice(0, 80)
    .replace(/[. ]+$/, '');
  return `${stem || 'Session'} - ${NOTE_TITLES[kind].toLowerCase()}.md`;
}
