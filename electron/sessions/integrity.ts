import type BetterSqlite3 from 'better-sqlite3';
import { openForReading } from './connection.ts';

/** `problems` is empty for a sound file; SQLite's own words, for the log. */
export interface IntegrityReport {
  readonly ok: boolean;
  readonly problems: readonly string[];
}

const MAX_PROBLEMS = 10;

const ORDINARY_TABLES =
  "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'";

/**
 * Reads every page of every table and index: about a millisecond for a megabyte. What the search
 * indexes say about themselves takes ten times as long and is left to {@link integrityCheck}.
 */
export function quickCheck(connection: BetterSqlite3.Database): IntegrityReport {
  return report(() =>
    connection
      .prepare<[], string>(ORDINARY_TABLES)
      .pluck()
      .all()
      .flatMap((table) => connection.pragma(`quick_check('${table}')`)),
  );
}

/** The full check on a connection of its own, for a worker thread: blocks its thread, not the writer. */
export function integrityCheck(file: string): IntegrityReport {
  return report(() => {
    const connection = openForReading(file);
    try {
      return connection.pragma(`integrity_check(${MAX_PROBLEMS})`);
    } finally {
      connection.close();
    }
  });
}

/** The version that a file was migrated to. */
export function schemaVersion(file: string): number {
  const connection = openForReading(file);
  try {
    return Number(connection.pragma('user_version', { simple: true }));
  } finally {
    connection.close();
  }
}

function report(check: () => unknown): IntegrityReport {
  try {
    const rows = check() as readonly Record<string, string>[];
    const problems = rows.flatMap((row) => Object.values(row)).filter((text) => text !== 'ok');
    return { ok: problems.length === 0, problems };
  } catch (error) {
    return { ok: false, problems: [error instanceof Error ? error.message : String(error)] };
  }
}
