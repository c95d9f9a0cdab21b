import type { NoteKind, Preview } from '../../shared/domain/note.ts';
import type { WritableDatabase } from './database.ts';

/** What is kept of a generated note; findings are computed anew each time it is shown. */
export type StoredPreview = Pick<
  Preview,
  'session_id' | 'kind' | 'state_version' | 'markdown' | 'evidence' | 'left_out' | 'origin'
> & { readonly created_at: number };

export interface PreviewQueries {
  find(sessionId: number, kind: NoteKind, stateVersion: number): StoredPreview | undefined;
  /**
   * Keeps a preview, unless the session has moved on from its state version while it was being
   * written: then nothing is kept and the answer is `false`.
   */
  save(preview: Omit<StoredPreview, 'created_at'>): boolean;
  clear(sessionId: number, kind: NoteKind): void;
}

/** The newest previews kept for each session and kind: enough for undoing a change or two. */
const KEPT_FOR_KIND = 4;
/** The newest previews kept in all: about five megabytes. */
const KEPT_IN_ALL = 500;

const FIND = `SELECT session_id, kind, state_version, markdown, evidence, left_out, origin, created_at
  FROM previews WHERE session_id = @session_id AND kind = @kind AND state_version = @state_version`;

// OR REPLACE gives a new row id, so that the order of ids is the order of age.
const SAVE = `INSERT OR REPLACE INTO previews
  (session_id, kind, state_version, markdown, evidence, left_out, origin, created_at)
  SELECT @session_id, @kind, @state_version, @markdown, @evidence, @left_out, @origin, @at
  FROM sessions WHERE id = @session_id AND state_version = @state_version`;

const TRIM_KIND = `DELETE FROM previews WHERE session_id = @session_id AND kind = @kind AND id NOT IN (
  SELECT id FROM previews WHERE session_id = @session_id AND kind = @kind ORDER BY id DESC LIMIT @kept)`;

const TRIM_ALL =
  'DELETE FROM previews WHERE id <= (SELECT id FROM previews ORDER BY id DESC LIMIT 1 OFFSET @kept)';

type Row = Omit<StoredPreview, 'evidence' | 'left_out'> & { evidence: string; left_out: string };

export function createPreviewQueries(
  database: WritableDatabase,
  now: () => number,
): PreviewQueries {
  return {
    find(sessionId, kind, stateVersion) {
      const row = database.one<Row>(FIND, {
        session_id: sessionId,
        kind,
        state_version: stateVersion,
      });
      if (row === undefined) return undefined;
      return {
        ...row,
        evidence: JSON.parse(row.evidence) as StoredPreview['evidence'],
        left_out: JSON.parse(row.left_out) as StoredPreview['left_out'],
      };
    },
    save({ session_id, kind, state_version, markdown, evidence, left_out, origin }) {
      return database.write(() => {
        const saved = database.run(SAVE, {
          session_id,
          kind,
          state_version,
          markdown,
          evidence: JSON.stringify(evidence),
          left_out: JSON.stringify(left_out),
          origin,
          at: now(),
        });
        if (saved === 0) return false;
        database.run(TRIM_KIND, { session_id, kind, kept: KEPT_FOR_KIND });
        database.run(TRIM_ALL, { kept: KEPT_IN_ALL });
        return true;
      });
    },
    clear(sessionId, kind) {
      database.run('DELETE FROM previews WHERE session_id = @session_id AND kind = @kind', {
        session_id: sessionId,
        kind,
      });
    },
  };
}
