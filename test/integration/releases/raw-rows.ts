import Database from 'better-sqlite3';

export type Row = Readonly<Record<string, unknown>>;

/** What a file holds, read past the store: every table with its rows in order, the search indexes apart. */
export function rowsOf(file: string): Map<string, Row[]> {
  return reading(file, (database) => {
    const indexes = names(database, "type = 'table' AND sql LIKE 'CREATE VIRTUAL%'");
    const tables = names(database, "type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'");
    return new Map(
      tables
        .filter((table) => !indexes.some((index) => table.startsWith(`${index}_`)))
        .map((table) => [table, database.prepare<[], Row>(`SELECT * FROM ${table}`).all()]),
    );
  });
}

/** How a file is laid out: the statement that made each table, index, trigger and view, by name. */
export function schemaOf(file: string): Record<string, string> {
  return reading(file, (database) => {
    const rows = database
      .prepare<[], { name: string; sql: string }>(
        'SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name',
      )
      .all();
    return Object.fromEntries(rows.map(({ name, sql }) => [name, sql]));
  });
}

/** What SQLite says of a file: whether it is whole, and which references lead nowhere. */
export function soundnessOf(file: string): { integrity: unknown; foreignKeys: unknown } {
  return reading(file, (database) => ({
    integrity: database.pragma('integrity_check', { simple: true }),
    foreignKeys: database.pragma('foreign_key_check'),
  }));
}

function reading<Result>(file: string, read: (database: Database.Database) => Result): Result {
  const database = new Database(file, { readonly: true });
  try {
    return read(database);
  } finally {
    database.close();
  }
}

function names(database: Database.Database, where: string): string[] {
  return database
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE ${where}`)
    .pluck()
    .all();
}
