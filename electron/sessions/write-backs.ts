import type { SentRequest } from '../../shared/domain/ai.ts';
import type { NoteKind } from '../../shared/domain/note.ts';
import type { WriteBackStage } from '../../shared/domain/posting.ts';
import type { Session } from '../../shared/domain/session.ts';
import type { WriteBack } from '../../shared/domain/write-back.ts';
import type { AuditQueries, AuditStep } from './audit.ts';
import type { WritableDatabase } from './database.ts';
import type { DraftQueries } from './drafts.ts';
import { found, requireActive, requireSession } from './guards.ts';
import type { Intent } from './intent.ts';
import type { IntentQueries } from './intents.ts';
import { readSent } from './previews.ts';

/** A note that closes its session on this machine; nothing leaves it. */
export interface LocalClosing {
  readonly session_id: number;
  readonly kind: NoteKind;
  /** The bytes that the technician saw and confirmed. */
  readonly markdown: string;
  readonly digest: string;
  /** The draft that the note came from, for the record, and who wrote it. */
  readonly draft_markdown: string | null;
  readonly draft_origin: WriteBack['draft_origin'];
  /** What went to the AI for that draft. */
  readonly sent: SentRequest | null;
  readonly audit: readonly AuditStep[];
}

/** A note that stands on its ticket and closes its session. */
export interface TicketClosing {
  readonly intent: Intent;
  readonly from: WriteBackStage;
  /** Of the note as the technician confirmed it. */
  readonly digest: string;
  readonly verified_status: string | null;
  readonly status_transition_skipped_reason: string | null;
  readonly closed_anyway_reason: string | null;
  readonly audit: readonly AuditStep[];
}

export interface Closed {
  readonly session: Session;
  readonly write_back: WriteBack;
}

export interface WriteBackQueries {
  /**
   * Keeps the note, writes the audit trail, closes the session and drops its draft: all or nothing.
   * `CONFLICT`, which names when and how it was closed, if the session is not active any more.
   */
  closeLocally(closing: LocalClosing): Closed;
  /** The same for a note on a ticket; its intent is done with it. */
  closeOnTicket(closing: TicketClosing): Closed;
  /** What went to the AI for the note of this kind that closed the session. */
  sent(sessionId: number, kind: NoteKind): SentRequest | null;
  /** Oldest first. */
  list(sessionId: number): WriteBack[];
}

const CLOSED = {
  resolve: { state: 'resolved', local: 'resolved_local', on_ticket: 'resolved' },
  escalate: { state: 'escalated', local: 'escalated_local', on_ticket: 'escalated' },
} as const satisfies Record<
  NoteKind,
  {
    state: Session['state'];
    local: WriteBack['outcome'];
    on_ticket: WriteBack['outcome'];
  }
>;

const COLUMNS = `id, session_id, kind, markdown, digest, draft_markdown, draft_origin, ticket_ref,
  outcome, external_note_id, reference, verified_status, status_transition_skipped_reason,
  closed_anyway_reason, created_at`;

const INSERT = `INSERT INTO write_backs
  (session_id, kind, markdown, digest, draft_markdown, draft_origin, sent, ticket_ref, outcome,
   external_note_id, reference, verified_status, status_transition_skipped_reason,
   closed_anyway_reason, created_at)
  VALUES (@session_id, @kind, @markdown, @digest, @draft_markdown, @draft_origin, @sent, @ticket_ref,
   @outcome, @external_note_id, @reference, @verified_status, @status_transition_skipped_reason,
   @closed_anyway_reason, @at)
  RETURNING ${COLUMNS}`;

const CLOSE =
  'UPDATE sessions SET state = @state, closed_at = @at, updated_at = max(updated_at, @at) WHERE id = @id';

interface Parts {
  readonly audit: AuditQueries;
  readonly drafts: DraftQueries;
  readonly intents: IntentQueries;
}

type NewWriteBack = Omit<WriteBack, 'id' | 'created_at'> & { readonly sent: SentRequest | null };

const ON_NO_TICKET = {
  external_note_id: null,
  reference: null,
  verified_status: null,
  status_transition_skipped_reason: null,
  closed_anyway_reason: null,
};

export function createWriteBackQueries(
  database: WritableDatabase,
  now: () => number,
  { audit, drafts, intents }: Parts,
): WriteBackQueries {
  /** Within a transaction of the caller's. */
  function close({ sent, ...note }: NewWriteBack, steps: readonly AuditStep[]): Closed {
    const { session_id, kind } = note;
    const at = now();
    const row = { ...note, sent: sent === null ? null : JSON.stringify(sent), at };
    const write_back = found(
      database.one<WriteBack>(INSERT, row),
      'The note was not saved. Try again.',
    );
    for (const step of steps) audit.add({ session_id, write_back_id: write_back.id, ...step });
    drafts.discard(session_id, kind);
    database.run(CLOSE, { id: session_id, state: CLOSED[kind].state, at });
    return { session: requireSession(database, session_id), write_back };
  }

  return {
    closeLocally({ audit: steps, ...note }) {
      return database.write(() => {
        const { ticket_ref } = requireActive(database, note.session_id);
        const outcome = CLOSED[note.kind].local;
        return close({ ...note, ...ON_NO_TICKET, ticket_ref, outcome }, steps);
      });
    },
    closeOnTicket({ intent, from, audit: steps, ...closing }) {
      return database.write(() => {
        const { session_id, kind, markdown, reference, draft_markdown, draft_origin, sent } =
          intent;
        requireActive(database, session_id);
        intents.advance(intent.id, from, { to: 'done', problem: null }, []);
        const note = {
          ...{ session_id, kind, markdown, reference, draft_markdown, draft_origin, sent },
          ...closing,
          external_note_id: intent.note_id,
          ticket_ref: String(intent.ticket_id),
          outcome: CLOSED[kind].on_ticket,
        };
        return close(note, steps);
      });
    },
    sent(sessionId, kind) {
      const row = database.one<{ readonly sent: string | null }>(
        'SELECT sent FROM write_backs WHERE session_id = @session_id AND kind = @kind ORDER BY id DESC LIMIT 1',
        { session_id: sessionId, kind },
      );
      return readSent(row?.sent ?? null);
    },
    list: (sessionId) =>
      database.all<WriteBack>(
        `SELECT ${COLUMNS} FROM write_backs WHERE session_id = @session_id ORDER BY id`,
        { session_id: sessionId },
      ),
  };
}
