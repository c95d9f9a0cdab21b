import Database from 'better-sqlite3';

export interface WriterLock {
  release(): void;
}

/** Long enough for a predecessor that is just closing. */
const PATIENCE_MS = 1_000;

/**
 * Makes this process the only writer. The lock is SQLite's own, on an empty file of its own, so that
 * it works the same everywhere, vanishes with a killed process, and read-only connections to the
 * database are free. Throws `SQLITE_BUSY` while another process holds it.
 */
export function takeWriterLock(file: string): WriterLock {
  const connection = new Database(file, { timeout: PATIENCE_MS });
  try {
    connection.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    connection.close();
    throw error;
  }
  return { release: () => void connection.close() };
}
