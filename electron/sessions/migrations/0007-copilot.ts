/** Whether a message is found by a search: not while it is written piece by piece, nor once it was replaced. */
const found = (row: string) => `${row}replaced_at IS NULL AND ${row}state <> 'streaming'`;

const forget = `INSERT INTO message_search (message_search, rowid, body)
  SELECT 'delete', OLD.id, OLD.body WHERE ${found('OLD.')};`;
const learn = `INSERT INTO message_search (rowid, body) SELECT NEW.id, NEW.body WHERE ${found('NEW.')};`;

/**
 * From here on the index of messages holds those that are found. It is not built anew, which would
 * take seconds in a large file: all that it holds so far is found. So it must never be rebuilt from
 * its table either, which holds more.
 */
const messageSearch = /* sql */ `
DROP TRIGGER message_search_insert;
DROP TRIGGER message_search_update;
DROP TRIGGER message_search_delete;
CREATE TRIGGER message_search_insert AFTER INSERT ON messages BEGIN ${learn} END;
CREATE TRIGGER message_search_update AFTER UPDATE OF body, state, replaced_at ON messages
BEGIN ${forget} ${learn} END;
CREATE TRIGGER message_search_delete AFTER DELETE ON messages BEGIN ${forget} END;`;

/**
 * The copilot in the lane. Answers have a state, since they are kept while they are written; a message
 * that was reworded stays and is only taken out of sight. What the copilot proposes stands apart from
 * what is known: only a proposed fact is a row among the facts, and no note reads those. Attachments
 * are evidence as it was pasted. What the AI cost is counted by answer. Work that was closed is
 * indexed once, when it closes, since closed sessions never change.
 */
export const copilotMigration = /* sql */ `
ALTER TABLE messages ADD COLUMN state TEXT NOT NULL DEFAULT 'complete'
  CHECK (state IN ('complete', 'streaming', 'stopped', 'failed', 'interrupted'));
ALTER TABLE messages ADD COLUMN reply_to INTEGER REFERENCES messages (id);
ALTER TABLE messages ADD COLUMN failure TEXT CHECK (failure IS NULL OR json_valid(failure));
ALTER TABLE messages ADD COLUMN notices TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(notices));
ALTER TABLE messages ADD COLUMN usage TEXT CHECK (usage IS NULL OR json_valid(usage));
ALTER TABLE messages ADD COLUMN replaced_at INTEGER;

CREATE UNIQUE INDEX messages_one_answer ON messages (session_id) WHERE state = 'streaming';
CREATE INDEX messages_in_lane ON messages (session_id) WHERE replaced_at IS NULL;

${messageSearch}

ALTER TABLE facts ADD COLUMN from_session_id INTEGER REFERENCES sessions (id);
ALTER TABLE suggested_fixes ADD COLUMN from_session_id INTEGER REFERENCES sessions (id);

-- Scripts that came with the app have no row to refer to, and one that was removed must not keep its
-- scripts from staying.
ALTER TABLE script_generations DROP COLUMN template_id;
ALTER TABLE script_generations ADD COLUMN template_key TEXT;
ALTER TABLE script_templates ADD COLUMN changes_system INTEGER NOT NULL DEFAULT 0
  CHECK (changes_system IN (0, 1));
ALTER TABLE script_templates ADD COLUMN undo TEXT NOT NULL DEFAULT '';
ALTER TABLE script_templates ADD COLUMN needs_administrator INTEGER NOT NULL DEFAULT 0
  CHECK (needs_administrator IN (0, 1));

CREATE TABLE checks (
  id INTEGER PRIMARY KEY,
  session_id INTEGER NOT NULL REFERENCES sessions (id),
  instruction TEXT NOT NULL,
  meaning TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'dropped')),
  fact_id INTEGER REFERENCES facts (id),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  CHECK (state <> 'done' OR fact_id IS NOT NULL)
) STRICT;

CREATE INDEX checks_by_session ON checks (session_id);

CREATE TABLE proposals (
  id INTEGER PRIMARY KEY,
  session_id INTEGER NOT NULL REFERENCES sessions (id),
  message_id INTEGER NOT NULL REFERENCES messages (id),
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'confirmed', 'rejected')),
  proposed TEXT NOT NULL CHECK (json_valid(proposed)),
  fact_id INTEGER REFERENCES facts (id),
  check_id INTEGER REFERENCES checks (id),
  created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX proposals_by_session ON proposals (session_id);

CREATE TABLE attachments (
  id INTEGER PRIMARY KEY,
  session_id INTEGER NOT NULL REFERENCES sessions (id),
  message_id INTEGER REFERENCES messages (id),
  fact_id INTEGER REFERENCES facts (id),
  script_id INTEGER REFERENCES script_generations (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('image', 'text')),
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  -- Last, so that all else is read without the pages that it fills.
  content BLOB NOT NULL
) STRICT;

CREATE INDEX attachments_by_session ON attachments (session_id);
CREATE INDEX attachments_unsent ON attachments (created_at)
  WHERE message_id IS NULL AND fact_id IS NULL AND script_id IS NULL;

${['checks', 'proposals', 'attachments']
  .flatMap((table) =>
    ['insert', 'update'].map(
      (verb) => /* sql */ `
CREATE TRIGGER ${table}_closed_${verb} BEFORE ${verb} ON ${table}
WHEN (SELECT state FROM sessions WHERE id = NEW.session_id) <> 'active'
BEGIN
  SELECT RAISE(ABORT, 'session_closed');
END;`,
    ),
  )
  .join('\n')}

CREATE TABLE ai_usage (
  id INTEGER PRIMARY KEY,
  session_id INTEGER NOT NULL REFERENCES sessions (id),
  action TEXT NOT NULL CHECK (action IN ('resolution_note', 'escalation_package', 'copilot')),
  model TEXT NOT NULL,
  input_tokens INTEGER NOT NULL,
  output_tokens INTEGER NOT NULL,
  cost_microdollars INTEGER,
  created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX ai_usage_by_session ON ai_usage (session_id);
CREATE INDEX ai_usage_by_time ON ai_usage (created_at);
`;
