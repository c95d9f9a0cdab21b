import { stateTriggers } from './0002-knowledge.ts';

const VERBS = ['insert', 'update', 'delete'] as const;

/** Triggers that stop or count the updates of this migration, or that get another form by it. */
const REPLACED = [
  'facts_stays',
  ...VERBS.flatMap((verb) => [`facts_closed_${verb}`, `facts_advance_${verb}`]),
  ...['checks_closed_insert', 'checks_closed_update', 'proposals_closed_update'],
  ...['sessions_advance', 'sessions_closed'],
];

/** Columns of a session that notes depend on. */
const NOTE_COLUMNS = [
  ...['title', 'summary', 'customer_summary', 'language', 'intake', 'domain', 'ticket_ref'],
  ...['affected', 'since', 'impact', 'priority', 'escalation_reason', 'escalation_note'],
  ...['promised', 'contact', 'next_owner'],
];

const sessionTriggers = /* sql */ `
CREATE TRIGGER sessions_advance AFTER UPDATE OF ${NOTE_COLUMNS.join(', ')} ON sessions
WHEN ${NOTE_COLUMNS.map((column) => `OLD.${column} IS NOT NEW.${column}`).join(' OR ')}
BEGIN
  UPDATE sessions SET state_version = state_version + 1 WHERE id = NEW.id;
END;

CREATE TRIGGER sessions_closed BEFORE UPDATE OF ${NOTE_COLUMNS.join(', ')}, state ON sessions
WHEN OLD.state <> 'active'
BEGIN
  SELECT RAISE(ABORT, 'session_closed');
END;`;

/**
 * The typed record that notes are composed from: roles, audiences and wordings of facts, what was done
 * with a fix, customer versions, hand-off fields, the language, and known names. Old facts get the role
 * of their source; causes and confirmations are not guessed from texts. The state versions of old
 * sessions stay as they are, those of closed ones too. Checks and names reach the notes from here on,
 * so their changes advance the state version. Previews are a cache whose evidence has another form now.
 */
export const recordMigration = /* sql */ `
${REPLACED.map((name) => `DROP TRIGGER ${name};`).join('\n')}

ALTER TABLE facts ADD COLUMN role TEXT NOT NULL DEFAULT 'finding'
  CHECK (role IN ('symptom', 'finding', 'cause', 'change', 'confirmation'));
ALTER TABLE facts ADD COLUMN chosen_audience TEXT
  CHECK (chosen_audience IN ('customer', 'internal'));
ALTER TABLE facts ADD COLUMN customer_wording TEXT;
ALTER TABLE facts ADD COLUMN short_wording TEXT;
UPDATE facts SET role = 'symptom' WHERE source_type IN ('user_report', 'ticket');

ALTER TABLE suggested_fixes ADD COLUMN done TEXT;
ALTER TABLE suggested_fixes ADD COLUMN customer_done TEXT;
ALTER TABLE suggested_fixes ADD COLUMN customer_note TEXT;
ALTER TABLE suggested_fixes ADD COLUMN left_in_place INTEGER NOT NULL DEFAULT 0
  CHECK (left_in_place IN (0, 1));

ALTER TABLE script_generations ADD COLUMN customer_outcome TEXT;

ALTER TABLE sessions ADD COLUMN customer_summary TEXT;
ALTER TABLE sessions ADD COLUMN language TEXT NOT NULL DEFAULT 'en'
  CHECK (language IN ('en', 'de', 'fr', 'es'));
ALTER TABLE sessions ADD COLUMN affected TEXT;
ALTER TABLE sessions ADD COLUMN since TEXT;
ALTER TABLE sessions ADD COLUMN impact TEXT;
ALTER TABLE sessions ADD COLUMN priority TEXT;
ALTER TABLE sessions ADD COLUMN escalation_reason TEXT
  CHECK (escalation_reason IN ('skill', 'access', 'time', 'vendor', 'policy', 'other'));
ALTER TABLE sessions ADD COLUMN escalation_note TEXT;
ALTER TABLE sessions ADD COLUMN promised TEXT;
ALTER TABLE sessions ADD COLUMN contact TEXT;
ALTER TABLE sessions ADD COLUMN next_owner TEXT;

CREATE TABLE known_names (
  id INTEGER PRIMARY KEY,
  session_id INTEGER NOT NULL REFERENCES sessions (id),
  name TEXT NOT NULL COLLATE NOCASE CHECK (name <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('host', 'account')),
  wording TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  UNIQUE (session_id, name)
) STRICT;

UPDATE proposals SET proposed = json_set(proposed, '$.customer_wording', NULL, '$.role',
  CASE WHEN json_extract(proposed, '$.source_type') IN ('user_report', 'ticket')
    THEN 'symptom' ELSE 'finding' END)
  WHERE json_extract(proposed, '$.kind') = 'fact';
UPDATE proposals
  SET proposed = json_set(proposed, '$.done', NULL, '$.cause', NULL, '$.unsupported', json('[]'))
  WHERE json_extract(proposed, '$.kind') = 'outcome';

CREATE TABLE ai_usage_of_all (
  id INTEGER PRIMARY KEY,
  session_id INTEGER NOT NULL REFERENCES sessions (id),
  action TEXT NOT NULL
    CHECK (action IN ('resolution_note', 'escalation_package', 'copilot', 'note_review')),
  model TEXT NOT NULL,
  input_tokens INTEGER NOT NULL,
  output_tokens INTEGER NOT NULL,
  cost_microdollars INTEGER,
  created_at INTEGER NOT NULL
) STRICT;
INSERT INTO ai_usage_of_all (id, session_id, action, model, input_tokens, output_tokens,
    cost_microdollars, created_at)
  SELECT id, session_id, action, model, input_tokens, output_tokens, cost_microdollars, created_at
  FROM ai_usage;
DROP TABLE ai_usage;
ALTER TABLE ai_usage_of_all RENAME TO ai_usage;
CREATE INDEX ai_usage_by_session ON ai_usage (session_id);
CREATE INDEX ai_usage_by_time ON ai_usage (created_at);

DELETE FROM previews;

${sessionTriggers}
${['facts', 'checks', 'known_names'].map(stateTriggers).join('\n')}

CREATE TRIGGER proposals_closed_update BEFORE UPDATE ON proposals
WHEN (SELECT state FROM sessions WHERE id = NEW.session_id) <> 'active'
BEGIN
  SELECT RAISE(ABORT, 'session_closed');
END;
`;
