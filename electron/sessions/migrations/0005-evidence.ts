/**
 * What a note needs beside the facts: whether a script changed the system and how to undo it, when a
 * fix was applied (its verdict may come much later), what was sent to the AI for a note, and which lines
 * were generated for it, however long ago: a text that holds one is not the technician's own. Columns
 * are added in place and old rows are left as they are: closed sessions refuse every change.
 */
export const evidenceMigration = /* sql */ `
ALTER TABLE script_generations ADD COLUMN changes_system INTEGER NOT NULL DEFAULT 0
  CHECK (changes_system IN (0, 1));
ALTER TABLE script_generations ADD COLUMN undo TEXT;

ALTER TABLE suggested_fixes ADD COLUMN applied_at INTEGER;

ALTER TABLE previews ADD COLUMN sent TEXT CHECK (sent IS NULL OR json_valid(sent));
ALTER TABLE write_backs ADD COLUMN sent TEXT CHECK (sent IS NULL OR json_valid(sent));

CREATE TABLE generated_lines (
  session_id INTEGER NOT NULL REFERENCES sessions (id),
  kind TEXT NOT NULL CHECK (kind IN ('resolve', 'escalate')),
  text TEXT NOT NULL,
  evidence_ids TEXT NOT NULL CHECK (json_valid(evidence_ids)),
  PRIMARY KEY (session_id, kind, text)
) STRICT, WITHOUT ROWID;
`;
