import type { WriteBackStage } from '../../../shared/domain/posting.ts';

/** What can happen to a posting. The technician's own words are told apart from what the network did. */
export type WriteBackEvent =
  /** The ticket was read again, and nothing that matters has changed. */
  | 'ticket_unchanged'
  | 'ticket_changed'
  /** It could not be read for now. */
  | 'ticket_unread'
  /** The technician: post it all the same. */
  | 'go_ahead'
  /** No network after all: it goes back to those that wait for it. */
  | 'wait_for_network'
  | 'cancel'
  /** Written down before the note is sent. */
  | 'send_note'
  /** The system answered that it took the note. */
  | 'note_answered'
  /** For certain nothing was written: refused, or never sent. */
  | 'note_not_sent'
  /** Our note stands on the ticket, though no answer said so. */
  | 'note_found'
  | 'note_not_found'
  /** A note that the system took is not there when it is read back. */
  | 'note_missing'
  | 'note_read_back'
  /** It could not be read back for now. */
  | 'note_unread'
  /** It was stored otherwise than it was sent. */
  | 'note_differs'
  /** The technician: leave the note as it is. */
  | 'accept_note'
  /** The technician: post it once more, whatever became of the first. */
  | 'post_again'
  /** The technician: let it be. */
  | 'give_up'
  /** Written down before the status is changed. */
  | 'set_status'
  | 'status_verified'
  | 'status_skipped'
  | 'status_not_verified'
  /** The technician: close the session and leave the ticket as it is. */
  | 'close_anyway';

type Moves = Readonly<Partial<Record<WriteBackEvent, WriteBackStage>>>;

/**
 * Two things hold here, and the rest of the posting leans on them. `note_sending`, in which a note may
 * get onto the ticket, is left backwards only by `note_not_sent`, or by way of `note_unknown` and the
 * technician's `post_again`: so no second note is sent unless the technician wants it. And `done` is
 * reached only by a status that was verified or skipped, or by `close_anyway`.
 */
const MOVES: Readonly<Record<WriteBackStage, Moves>> = {
  queued: {
    ticket_unchanged: 'prepared',
    ticket_unread: 'queued',
    ticket_changed: 'asking',
    cancel: 'cancelled',
  },
  asking: {
    go_ahead: 'prepared',
    ticket_unread: 'asking',
    ticket_changed: 'asking',
    cancel: 'cancelled',
  },
  prepared: {
    ticket_unchanged: 'prepared',
    ticket_changed: 'asking',
    wait_for_network: 'queued',
    send_note: 'note_sending',
    note_found: 'note_posted',
    note_not_found: 'note_unknown',
    cancel: 'cancelled',
  },
  note_sending: {
    note_answered: 'note_posted',
    note_found: 'note_posted',
    note_not_sent: 'prepared',
    note_not_found: 'note_unknown',
  },
  note_unknown: {
    note_found: 'note_posted',
    note_not_found: 'note_unknown',
    post_again: 'prepared',
    give_up: 'cancelled',
  },
  note_posted: {
    note_read_back: 'note_verified',
    note_unread: 'note_posted',
    note_differs: 'note_posted',
    note_missing: 'note_unknown',
    accept_note: 'note_verified',
    close_anyway: 'done',
  },
  note_verified: {
    set_status: 'status_sending',
    status_skipped: 'done',
    status_not_verified: 'status_unverified',
    close_anyway: 'done',
  },
  status_sending: {
    status_verified: 'done',
    status_not_verified: 'status_unverified',
  },
  status_unverified: {
    set_status: 'status_sending',
    status_skipped: 'done',
    status_not_verified: 'status_unverified',
    close_anyway: 'done',
  },
  done: {},
  cancelled: {},
};

/** The stage that follows. Throws where this cannot happen in this stage: a mistake in the program. */
export function nextStage(stage: WriteBackStage, event: WriteBackEvent): WriteBackStage {
  const next = MOVES[stage][event];
  if (next === undefined) throw new Error(`A posting in stage ${stage} cannot see ${event}.`);
  return next;
}

/** Whether this can happen in this stage. */
export function isPossible(stage: WriteBackStage, event: WriteBackEvent): boolean {
  return MOVES[stage][event] !== undefined;
}

/** Whether a posting may be dropped for another: no note of it is out that the technician does not know of. */
export function isUnsent(stage: WriteBackStage): boolean {
  return stage === 'queued' || stage === 'asking' || stage === 'prepared';
}
