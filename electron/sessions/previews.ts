import type { SentRequest } from '../../shared/domain/ai.ts';
import type { NoteKind, Preview } from '../../shared/domain/note.ts';
import type { WritableDatabase } from './database.ts';

/** What is kept of a generated note; findings are computed anew each time it is shown. */
export type StoredPreview = Pick<
  Preview,
  'session_id' | 'kind' | 'state_version' | 'markdown' | 'evidence' | 'left_out' | 'origin'
> & {
  /** What went to the AI for it; null where nothing left this machine. */
  readonly sent: SentRequest | null;
  readonly created_at: number;
};

/** A line as a generator wrote it, and what it rests on. */
export interface GeneratedLine {
  readonly text: string;
  readonly evidence_ids: readonly string[];
}

export interface PreviewQueries {
  find(sessionId: number, kind: NoteKind, stateVersion: number): StoredPreview | undefined;
  /**
   * Keeps a preview, unless the session has moved on from its state version while it was being
   * written: then nothing is kept and the answer is `false`.
   */
  save(preview: Omit<StoredPreview, 'created_at'>): boolean;
  /** Keeps lines that a generator wrote, as long as the session is active. */
  keepLines(sessionId: number, kind: NoteKind, lines: readonly GeneratedLine[]): void;
  /** Every line that was ever generated for this note. */
  lines(sessionId: number, kind: NoteKind): GeneratedLine[];
  /** What was sent for the newest preview on file, or for that of a state version. */
  sent(sessionId: number, kind: NoteKind, stateVersion?: number): SentRequest | null;
  clear(sessionId: number, kind: NoteKind): void;
}

/** The newest previews kept for each session and kind: enough for undoing a change or two. */
const KEPT_FOR_KIND = 4;
/** The newest previews kept in all: about five megabytes. */
const KEPT_IN_ALL = 500;

const FIND = `SELECT session_id, kind, state_version, markdown, evidence, left_out, origin, sent, created_at
  FROM previews WHERE session_id = @session_id AND kind = @kind AND state_version = @state_version`;

// OR REPLACE gives a new row id, so that the order of ids is the order of age.
const SAVE = `INSERT OR REPLACE INTO previews
  (session_id, kind, state_version, markdown, evidence, left_out, origin, sent, created_at)
  SELECT @session_id, @kind, @state_version, @markdown, @evidence, @left_out, @origin, @sent, @at
  FROM sessions WHERE id = @session_id AND state_version = @state_version`;

const SENT = `SELECT sent FROM previews WHERE session_id = @session_id AND kind = @kind
  AND (@state_version IS NULL OR state_version = @state_version) ORDER BY id DESC LIMIT 1`;

const TRIM_KIND = `DELETE FROM previews WHERE session_id = @session_id AND kind = @kind AND id NOT IN (
  SELECT id FROM previews WHERE session_id = @session_id AND kind = @kind ORDER BY id DESC LIMIT @kept)
  AND state_version NOT IN (
    SELECT base_state_version FROM drafts WHERE session_id = @session_id AND kind = @kind)`;

const KEEP_LINE = `INSERT INTO generated_lines (session_id, kind, text, evidence_ids)
  SELECT @session_id, @kind, @text, @evidence_ids FROM sessions
  WHERE id = @session_id AND state = 'active'
  ON CONFLICT (session_id, kind, text) DO UPDATE SET evidence_ids = excluded.evidence_ids`;

const DROP_LINES = `DELETE FROM generated_lines WHERE session_id IN (
  SELECT id FROM sessions WHERE state <> 'active')`;

const TRIM_ALL = `DELETE FROM previews
  WHERE id <= (SELECT id FROM previews ORDER BY id DESC LIMIT 1 OFFSET @kept)
  AND NOT EXISTS (SELECT 1 FROM drafts WHERE drafts.session_id = previews.session_id
    AND drafts.kind = previews.kind AND drafts.base_state_version = previews.state_version)`;

type Row = Omit<StoredPreview, 'evidence' | 'left_out' | 'sent'> & {
  readonly evidence: string;
  readonly left_out: string;
  readonly sent: string | null;
};

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
        sent: readSent(row.sent),
      };
    },
    save({ session_id, kind, state_version, markdown, evidence, left_out, origin, sent }) {
      return database.write(() => {
        const saved = database.run(SAVE, {
          session_id,
          kind,
          state_version,
          markdown,
          evidence: JSON.stringify(evidence),
          left_out: JSON.stringify(left_out),
          origin,
          sent: sent === null ? null : JSON.stringify(sent),
          at: now(),
        });
        if (saved === 0) return false;
        database.run(TRIM_KIND, { session_id, kind, kept: KEPT_FOR_KIND });
        database.run(TRIM_ALL, { kept: KEPT_IN_ALL });
        return true;
      });
    },
    keepLines(sessionId, kind, lines) {
      database.write(() => {
        database.run(DROP_LINES, {});
        for (const { text, evidence_ids } of lines) {
          database.run(KEEP_LINE, {
            session_id: sessionId,
            kind,
            text,
            evidence_ids: JSON.stringify(evidence_ids),
          });
        }
      });
    },
    lines: (sessionId, kind) =>
      database
        .all<{ readonly text: string; readonly evidence_ids: string }>(
          'SELECT text, evidence_ids FROM generated_lines WHERE session_id = @session_id AND kind = @kind',
          { session_id: sessionId, kind },
        )
        .map(({ text, evidence_ids }) => ({
          text,
          evidence_ids: JSON.parse(evidence_ids) as string[],
        })),
    sent(sessionId, kind, stateVersion) {
      const row = database.one<Pick<Row, 'sent'>>(SENT, {
        session_id: sessionId,
        kind,
        state_version: stateVersion ?? null,
      });
      return readSent(row?.sent ?? null);
    },
    clear(sessionId, kind) {
      database.run('DELETE FROM previews WHERE session_id = @session_id AND kind = @kind', {
        session_id: sessionId,
        kind,
      });
    },
  };
}

/** Reads back what this app wrote. */
export function readSent(stored: string | null): SentRequest | null {
  return stored === null ? null : (JSON.parse(stored) as SentRequest);
}
