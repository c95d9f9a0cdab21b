/**
 * What is about to be posted to a ticket, written down before anything is sent, and how far it has come;
 * and what a note that closed a session came to on its ticket. The rules that must hold whatever the
 * code does stand here: one open intent a session, who can see which kind of note, no note to a
 * ticket that the session is not linked to, finished ones stay.
 */
export const writeBackIntentsMigration = /* sql */ `
CREATE TABLE write_back_intents (
  id INTEGER PRIMARY KEY,
  session_id INTEGER NOT NULL REFERENCES sessions (id),
  kind TEXT NOT NULL CHECK (kind IN ('resolve', 'escalate')),
  psa_identity TEXT NOT NULL,
  ticket_id INTEGER NOT NULL,
  markdown TEXT NOT NULL,
  body TEXT NOT NULL,
  body_digest TEXT NOT NULL,
  reference TEXT NOT NULL,
  override_reason TEXT,
  draft_markdown TEXT,
  draft_origin TEXT CHECK (draft_origin IN ('ai', 'local')),
  sent TEXT CHECK (sent IS NULL OR json_valid(sent)),
  discussion INTEGER NOT NULL CHECK (discussion IN (0, 1)),
  internal INTEGER NOT NULL CHECK (internal IN (0, 1)),
  resolution INTEGER NOT NULL CHECK (resolution IN (0, 1)),
  notify INTEGER NOT NULL CHECK (notify IN (0, 1)),
  target_status_id INTEGER,
  target_status_name TEXT,
  target_skipped_reason TEXT,
  ticket_board_id INTEGER,
  ticket_board_name TEXT,
  ticket_status_id INTEGER,
  ticket_status_name TEXT,
  ticket_closed INTEGER CHECK (ticket_closed IN (0, 1)),
  ticket_last_updated TEXT,
  newest_note_id INTEGER,
  stage TEXT NOT NULL CHECK (stage IN ('queued', 'asking', 'prepared', 'note_sending',
    'note_unknown', 'note_posted', 'note_verified', 'status_sending', 'status_unverified', 'done',
    'cancelled')),
  note_id INTEGER,
  problem TEXT CHECK (problem IS NULL OR json_valid(problem)),
  attempts INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  CHECK ((kind = 'resolve' AND resolution = 1 AND internal = 0)
    OR (kind = 'escalate' AND internal = 1 AND discussion = 0 AND resolution = 0)),
  CHECK (stage NOT IN ('note_posted', 'note_verified', 'status_sending', 'status_unverified', 'done')
    OR note_id IS NOT NULL)
) STRICT;

CREATE UNIQUE INDEX write_back_intents_open ON write_back_intents (session_id)
  WHERE stage NOT IN ('done', 'cancelled');

CREATE TRIGGER write_back_intents_finished BEFORE UPDATE ON write_back_intents
WHEN OLD.stage IN ('done', 'cancelled')
BEGIN
  SELECT RAISE(ABORT, 'intent_finished');
END;

CREATE TRIGGER write_back_intents_text
BEFORE UPDATE OF session_id, kind, psa_identity, ticket_id, markdown, body, body_digest, reference,
  discussion, internal, resolution, notify ON write_back_intents
BEGIN
  SELECT RAISE(ABORT, 'intent_fixed');
END;

CREATE TRIGGER write_back_intents_linked BEFORE UPDATE OF stage ON write_back_intents
WHEN NEW.stage = 'note_sending' AND NOT EXISTS (
  SELECT 1 FROM sessions WHERE id = NEW.session_id AND state = 'active'
    AND ticket_ref NOT GLOB '*[^0-9]*' AND CAST(ticket_ref AS INTEGER) = NEW.ticket_id)
BEGIN
  SELECT RAISE(ABORT, 'session_relinked');
END;

CREATE TRIGGER sessions_note_under_way BEFORE UPDATE OF ticket_ref ON sessions
WHEN OLD.ticket_ref IS NOT NEW.ticket_ref AND EXISTS (
  SELECT 1 FROM write_back_intents WHERE session_id = NEW.id
    AND stage NOT IN ('done', 'cancelled'))
BEGIN
  SELECT RAISE(ABORT, 'note_under_way');
END;

ALTER TABLE write_backs ADD COLUMN external_note_id INTEGER;
ALTER TABLE write_backs ADD COLUMN reference TEXT;
ALTER TABLE write_backs ADD COLUMN verified_status TEXT;
ALTER TABLE write_backs ADD COLUMN status_transition_skipped_reason TEXT;
ALTER TABLE write_backs ADD COLUMN closed_anyway_reason TEXT;
`;
