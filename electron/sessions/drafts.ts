import type { Draft, NoteKind } from '../../shared/domain/note.ts';
import type { WritableDatabase } from './database.ts';
import { found, requireActive } from './guards.ts';

export interface DraftQueries {
  find(sessionId: number, kind: NoteKind): Draft | undefined;
  /** Both kinds, if the technician has edited both. */
  list(sessionId: number): Draft[];
  /** Keeps what the technician has typed so far; the state version stays. Active sessions only. */
  save(draft: Omit<Draft, 'updated_at'>): Draft;
  /** Back to the preview. Answers whether there was a draft. */
  discard(sessionId: number, kind: NoteKind): boolean;
}

const COLUMNS = 'session_id, kind, markdown, base_markdown, base_state_version, updated_at';

const SAVE = `INSERT INTO drafts (${COLUMNS})
  VALUES (@session_id, @kind, @markdown, @base_markdown, @base_state_version, @at)
  ON CONFLICT (session_id, kind) DO UPDATE SET markdown = excluded.markdown,
    base_markdown = excluded.base_markdown, base_state_version = excluded.base_state_version,
    updated_at = excluded.updated_at
  RETURNING ${COLUMNS}`;

export function createDraftQueries(database: WritableDatabase, now: () => number): DraftQueries {
  return {
    find: (sessionId, kind) =>
      database.one<Draft>(
        `SELECT ${COLUMNS} FROM drafts WHERE session_id = @session_id AND kind = @kind`,
        { session_id: sessionId, kind },
      ),
    list: (sessionId) =>
      database.all<Draft>(
        `SELECT ${COLUMNS} FROM drafts WHERE session_id = @session_id ORDER BY kind`,
        {
          session_id: sessionId,
        },
      ),
    save({ session_id, kind, markdown, base_markdown, base_state_version }) {
      return database.write(() => {
        requireActive(database, session_id);
        const row = { session_id, kind, markdown, base_markdown, base_state_version, at: now() };
        return found(database.one<Draft>(SAVE, row), 'The draft was not saved. Try again.');
      });
    },
    discard: (sessionId, kind) =>
      database.run('DELETE FROM drafts WHERE session_id = @session_id AND kind = @kind', {
        session_id: sessionId,
        kind,
      }) > 0,
  };
}
