import type { NoteKind } from '../../shared/domain/note.ts';
import type { Session } from '../../shared/domain/session.ts';
import type { WriteBack } from '../../shared/domain/write-back.ts';
import type { AuditQueries, AuditStep } from './audit.ts';
import type { WritableDatabase } from './database.ts';
import type { DraftQueries } from './drafts.ts';
import { found, requireActive, requireSession } from './guards.ts';

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
  readonly audit: readonly AuditStep[];
}

export interface WriteBackQueries {
  /**
   * Keeps the note, writes the audit trail, closes the session and drops its draft: all or nothing.
   * `CONFLICT`, which names when and how it was closed, if the session is not active any more.
   */
  closeLocally(closing: LocalClosing): { session: Session; write_back: WriteBack };
  /** Oldest first. */
  list(sessionId: number): WriteBack[];
}

const CLOSED = {
  resolve: { state: 'resolved', outcome: 'resolved_local' },
  escalate: { state: 'escalated', outcome: 'escalated_local' },
} as const satisfies Record<NoteKind, { state: Session['state']; outcome: WriteBack['outcome'] }>;

const COLUMNS =
  'id, session_id, kind, markdown, digest, draft_markdown, draft_origin, ticket_ref, outcome, created_at';

const INSERT = `INSERT INTO write_backs
  (session_id, kind, markdown, digest, draft_markdown, draft_origin, ticket_ref, outcome, created_at)
  VALUES (@session_id, @kind, @markdown, @digest, @draft_markdown, @draft_origin, @ticket_ref, @outcome, @at)
  RETURNING ${COLUMNS}`;

const CLOSE =
  'UPDATE sessions SET state = @state, closed_at = @at, updated_at = max(updated_at, @at) WHERE id = @id';

interface Parts {
  readonly audit: AuditQueries;
  readonly drafts: DraftQueries;
}

export function createWriteBackQueries(
  database: WritableDatabase,
  now: () => number,
  { audit, drafts }: Parts,
): WriteBackQueries {
  return {
    closeLocally({
      session_id,
      kind,
      markdown,
      digest,
      draft_markdown,
      draft_origin,
      audit: steps,
    }) {
      return database.write(() => {
        const { ticket_ref } = requireActive(database, session_id);
        const { state, outcome } = CLOSED[kind];
        const at = now();
        const note = { session_id, kind, markdown, digest, draft_markdown, draft_origin };
        const write_back = found(
          database.one<WriteBack>(INSERT, { ...note, ticket_ref, outcome, at }),
          'The note was not saved. Try again.',
        );
        for (const step of steps) audit.add({ session_id, write_back_id: write_back.id, ...step });
        drafts.discard(session_id, kind);
        database.run(CLOSE, { id: session_id, state, at });
        return { session: requireSession(database, session_id), write_back };
      });
    },
    list: (sessionId) =>
      database.all<WriteBack>(
        `SELECT ${COLUMNS} FROM write_backs WHERE session_id = @session_id ORDER BY id`,
        { session_id: sessionId },
      ),
  };
}
