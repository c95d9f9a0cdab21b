import type { AuditEntry } from '../../shared/domain/write-back.ts';
import type { WritableDatabase } from './database.ts';
import { found, requireSession } from './guards.ts';

/** One step as it is written down; `detail` is for people. */
export interface AuditStep {
  readonly step: string;
  readonly detail: string;
}

export interface NewAuditEntry extends AuditStep {
  readonly session_id: number;
  readonly write_back_id: number | null;
}

export interface AuditQueries {
  /** Also to a closed session: the story may go on after the closing. */
  add(entry: NewAuditEntry): AuditEntry;
  /** Oldest first. */
  list(sessionId: number): AuditEntry[];
}

const COLUMNS = 'id, session_id, write_back_id, step, detail, created_at';

const INSERT = `INSERT INTO audit_entries (session_id, write_back_id, step, detail, created_at)
  VALUES (@session_id, @write_back_id, @step, @detail, @at) RETURNING ${COLUMNS}`;

export function createAuditQueries(database: WritableDatabase, now: () => number): AuditQueries {
  return {
    add({ session_id, write_back_id, step, detail }) {
      return database.write(() => {
        requireSession(database, session_id);
        const row = { session_id, write_back_id, step, detail, at: now() };
        return found(database.one<AuditEntry>(INSERT, row), 'The step was not written down.');
      });
    },
    list: (sessionId) =>
      database.all<AuditEntry>(
        `SELECT ${COLUMNS} FROM audit_entries WHERE session_id = @session_id ORDER BY id`,
        { session_id: sessionId },
      ),
  };
}
