/** Sessions, their chat lane and the rules for closing. */
export const sessionsMigration = /* sql */ `
CREATE TABLE sessions (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  summary TEXT NOT NULL DEFAULT '',
  intake TEXT NOT NULL,
  domain TEXT NOT NULL,
  ticket_ref TEXT,
  state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'resolved', 'escalated')),
  state_version INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  closed_at INTEGER,
  CHECK ((state = 'active') = (closed_at IS NULL))
) STRICT;

CREATE INDEX sessions_by_update ON sessions (updated_at, id);

CREATE TRIGGER sessions_advance AFTER UPDATE OF title, summary, intake, domain, ticket_ref ON sessions
WHEN OLD.title IS NOT NEW.title OR OLD.summary IS NOT NEW.summary OR OLD.intake IS NOT NEW.intake
  OR OLD.domain IS NOT NEW.domain OR OLD.ticket_ref IS NOT NEW.ticket_ref
BEGIN
  UPDATE sessions SET state_version = state_version + 1 WHERE id = NEW.id;
END;

CREATE TRIGGER sessions_closed
BEFORE UPDATE OF title, summary, intake, domain, ticket_ref, state ON sessions
WHEN OLD.state <> 'active'
BEGIN
  SELECT RAISE(ABORT, 'session_closed');
END;

CREATE TABLE messages (
  id INTEGER PRIMARY KEY,
  session_id INTEGER NOT NULL REFERENCES sessions (id),
  author TEXT NOT NULL CHECK (author IN ('technician', 'copilot')),
  body TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX messages_by_session ON messages (session_id);

CREATE TRIGGER messages_closed BEFORE INSERT ON messages
WHEN (SELECT state FROM sessions WHERE id = NEW.session_id) <> 'active'
BEGIN
  SELECT RAISE(ABORT, 'session_closed');
END;

CREATE TRIGGER messages_touch AFTER INSERT ON messages
BEGIN
  UPDATE sessions SET updated_at = max(updated_at, NEW.created_at) WHERE id = NEW.session_id;
END;
`;
