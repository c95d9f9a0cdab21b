/**
 * For a table whose rows a note can depend on: every insert, update and delete advances the state
 * version of its session, and a closed session refuses them all. In the database, so that no code
 * path can forget it.
 */
export function stateTriggers(table: string): string {
  const refuse = (verb: string, row: string) => /* sql */ `
CREATE TRIGGER ${table}_closed_${verb} BEFORE ${verb} ON ${table}
WHEN (SELECT state FROM sessions WHERE id = ${row}.session_id) <> 'active'
BEGIN
  SELECT RAISE(ABORT, 'session_closed');
END;`;
  const advance = (verb: string, row: string) => /* sql */ `
CREATE TRIGGER ${table}_advance_${verb} AFTER ${verb} ON ${table}
BEGIN
  UPDATE sessions
  SET state_version = state_version + 1, updated_at = max(updated_at, ${row}.updated_at)
  WHERE id = ${row}.session_id;
END;`;
  const rows = [
    ['insert', 'NEW'],
    ['update', 'NEW'],
    ['delete', 'OLD'],
  ] as const;
  const keepHome = /* sql */ `
CREATE TRIGGER ${table}_stays BEFORE UPDATE OF session_id ON ${table}
WHEN OLD.session_id <> NEW.session_id
BEGIN
  SELECT RAISE(ABORT, 'moved_to_another_session');
END;`;
  return [keepHome, ...rows.flatMap(([verb, row]) => [refuse(verb, row), advance(verb, row)])].join(
    '\n',
  );
}

/** Facts, suggested fixes, script templates and generations. */
export const knowledgeMigration = /* sql */ `
CREATE TABLE facts (
  id INTEGER PRIMARY KEY,
  session_id INTEGER NOT NULL REFERENCES sessions (id),
  text TEXT NOT NULL,
  source_type TEXT NOT NULL
    CHECK (source_type IN ('technician', 'user_report', 'diagnostic_check', 'script_output', 'ticket')),
  source_summary TEXT,
  source_message_id INTEGER REFERENCES messages (id),
  status TEXT NOT NULL CHECK (status IN ('proposed', 'confirmed')),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;

CREATE INDEX facts_by_session ON facts (session_id);

CREATE TABLE suggested_fixes (
  id INTEGER PRIMARY KEY,
  session_id INTEGER NOT NULL REFERENCES sessions (id),
  title TEXT NOT NULL,
  description TEXT NOT NULL,
  confidence INTEGER NOT NULL CHECK (confidence BETWEEN 0 AND 100),
  outcome TEXT NOT NULL DEFAULT 'proposed'
    CHECK (outcome IN ('proposed', 'applied', 'worked', 'partly', 'failed', 'pending', 'dismissed')),
  outcome_note TEXT,
  outcome_at INTEGER,
  superseded_at INTEGER,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

CREATE INDEX suggested_fixes_by_session ON suggested_fixes (session_id);

CREATE TABLE script_templates (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  language TEXT NOT NULL,
  description TEXT NOT NULL,
  body TEXT NOT NULL,
  parameters TEXT NOT NULL CHECK (json_valid(parameters)),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE script_generations (
  id INTEGER PRIMARY KEY,
  session_id INTEGER NOT NULL REFERENCES sessions (id),
  template_id INTEGER REFERENCES script_templates (id),
  name TEXT NOT NULL,
  language TEXT NOT NULL,
  body TEXT NOT NULL,
  parameters TEXT NOT NULL CHECK (json_valid(parameters)),
  state TEXT NOT NULL CHECK (state IN ('generated', 'ran')),
  outcome TEXT,
  ran_at INTEGER,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  CHECK ((state = 'ran') = (ran_at IS NOT NULL))
) STRICT;

CREATE INDEX script_generations_by_session ON script_generations (session_id);

${['insert', 'update']
  .map(
    (verb) => /* sql */ `
CREATE TRIGGER script_generations_no_secret_${verb} BEFORE ${verb} ON script_generations
WHEN EXISTS (
  SELECT 1 FROM json_each(NEW.parameters)
  WHERE json_extract(value, '$.secret') AND json_extract(value, '$.value') IS NOT NULL
)
BEGIN
  SELECT RAISE(ABORT, 'secret_value');
END;`,
  )
  .join('\n')}

${['facts', 'suggested_fixes', 'script_generations'].map(stateTriggers).join('\n')}
`;
