/** One full-text index, kept in step by triggers. `shown` is the condition on a row to be in it. */
interface Index {
  readonly name: string;
  readonly table: string;
  readonly columns: readonly string[];
  readonly shown?: string;
}

/**
 * An index apart for each source: within one, a newer row has the higher row id, so that the newest
 * hits come first without scoring all of them, and a common word costs no more than a rare one.
 * The texts stay in their own tables (external content), and column sizes, which only scoring needs,
 * are left out.
 */
function searchIndex({ name, table, columns, shown }: Index): string {
  const list = columns.join(', ');
  const values = (row: string) => columns.map((column) => `${row}.${column}`).join(', ');
  const when = (row: string) =>
    shown === undefined ? '' : `WHERE ${shown.replaceAll('row.', `${row}.`)}`;
  const add = (row: string) =>
    `INSERT INTO ${name} (rowid, ${list}) SELECT ${row}.id, ${values(row)} ${when(row)};`;
  const drop = (row: string) =>
    `INSERT INTO ${name} (${name}, rowid, ${list}) SELECT 'delete', ${row}.id, ${values(row)} ${when(row)};`;
  const watched = shown === undefined ? list : `${list}, deleted_at`;
  return /* sql */ `
CREATE VIRTUAL TABLE ${name} USING fts5 (
  ${list}, content = '${shown === undefined ? table : `${table}_shown`}', content_rowid = 'id', columnsize = 0,
  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
CREATE TRIGGER ${name}_insert AFTER INSERT ON ${table} BEGIN ${add('NEW')} END;
CREATE TRIGGER ${name}_update AFTER UPDATE OF ${watched} ON ${table} BEGIN ${drop('OLD')} ${add('NEW')} END;
CREATE TRIGGER ${name}_delete AFTER DELETE ON ${table} BEGIN ${drop('OLD')} END;
INSERT INTO ${name} (${name}) VALUES ('rebuild');
`;
}

/** Full-text search over titles, tickets, intake, facts, messages and posted notes. */
export const searchMigration = /* sql */ `
CREATE VIEW facts_shown AS SELECT id, text FROM facts WHERE deleted_at IS NULL;
${[
  { name: 'session_search', table: 'sessions', columns: ['title', 'intake', 'ticket_ref'] },
  { name: 'fact_search', table: 'facts', columns: ['text'], shown: 'row.deleted_at IS NULL' },
  { name: 'message_search', table: 'messages', columns: ['body'] },
  { name: 'note_search', table: 'write_backs', columns: ['markdown'] },
]
  .map(searchIndex)
  .join('\n')}
`;
