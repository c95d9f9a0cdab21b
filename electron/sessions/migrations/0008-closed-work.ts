/**
 * What was done in closed sessions, for finding work that is like the one at hand. A closed session
 * never changes, so that each is indexed once, when it closes; the note that closes it is written
 * before its state. Unlike the indexes for search, this one scores (it keeps column sizes) and knows
 * words by their stems. The texts stay in their own tables and are read through the view.
 */
export const closedWorkMigration = /* sql */ `
CREATE INDEX sessions_closed_at ON sessions (closed_at) WHERE closed_at IS NOT NULL;

CREATE VIEW closed_work AS
SELECT id, title, intake,
  coalesce((
    SELECT group_concat(text, char(10)) FROM facts
    WHERE facts.session_id = sessions.id AND status = 'confirmed' AND deleted_at IS NULL
  ), '') AS facts,
  coalesce((
    SELECT group_concat(markdown, char(10)) FROM write_backs
    WHERE write_backs.session_id = sessions.id
  ), '') AS notes
FROM sessions WHERE closed_at IS NOT NULL;

CREATE VIRTUAL TABLE closed_work_search USING fts5 (
  title, facts, notes, intake, content = 'closed_work', content_rowid = 'id',
  tokenize = 'porter unicode61 remove_diacritics 2'
);

CREATE TRIGGER closed_work_search_insert AFTER UPDATE OF state ON sessions
WHEN OLD.closed_at IS NULL AND NEW.closed_at IS NOT NULL
BEGIN
  INSERT INTO closed_work_search (rowid, title, facts, notes, intake)
  SELECT id, title, facts, notes, intake FROM closed_work WHERE id = NEW.id;
END;

INSERT INTO closed_work_search (closed_work_search) VALUES ('rebuild');
`;
