/**
 * Previews, drafts, the notes that closed a session and the audit trail. A draft of a closed session
 * is refused like any other write; discarding one is not. Columns that posting to a PSA needs come
 * with a later migration.
 */
export const notesMigration = /* sql */ `
CREATE TABLE previews (
  id INTEGER PRIMARY KEY,
  session_id INTEGER NOT NULL REFERENCES sessions (id),
  kind TEXT NOT NULL CHECK (kind IN ('resolve', 'escalate')),
  state_version INTEGER NOT NULL,
  markdown TEXT NOT NULL,
  evidence TEXT NOT NULL CHECK (json_valid(evidence)),
  left_out TEXT NOT NULL CHECK (json_valid(left_out)),
  origin TEXT NOT NULL CHECK (origin IN ('ai', 'local')),
  created_at INTEGER NOT NULL,
  UNIQUE (session_id, kind, state_version)
) STRICT;

CREATE TABLE drafts (
  id INTEGER PRIMARY KEY,
  session_id INTEGER NOT NULL REFERENCES sessions (id),
  kind TEXT NOT NULL CHECK (kind IN ('resolve', 'escalate')),
  markdown TEXT NOT NULL,
  base_markdown TEXT NOT NULL,
  base_state_version INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  UNIQUE (session_id, kind)
) STRICT;

${['insert', 'update']
  .map(
    (verb) => /* sql */ `
CREATE TRIGGER drafts_closed_${verb} BEFORE ${verb} ON drafts
WHEN (SELECT state FROM sessions WHERE id = NEW.session_id) <> 'active'
BEGIN
  SELECT RAISE(ABORT, 'session_closed');
END;`,
  )
  .join('\n')}

CREATE TABLE write_backs (
  id INTEGER PRIMARY KEY,
  session_id INTEGER NOT NULL REFERENCES sessions (id),
  kind TEXT NOT NULL CHECK (kind IN ('resolve', 'escalate')),
  markdown TEXT NOT NULL,
  digest TEXT NOT NULL,
  draft_markdown TEXT,
  draft_origin TEXT CHECK (draft_origin IN ('ai', 'local')),
  ticket_ref TEXT,
  outcome TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX write_backs_by_session ON write_backs (session_id);

CREATE TABLE audit_entries (
  id INTEGER PRIMARY KEY,
  session_id INTEGER NOT NULL REFERENCES sessions (id),
  write_back_id INTEGER REFERENCES write_backs (id),
  step TEXT NOT NULL,
  detail TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX audit_entries_by_session ON audit_entries (session_id);
`;
