import Database from 'better-sqlite3';

/** How long a call waits for a lock that another program (a backup tool, say) holds for a moment. */
const BUSY_TIMEOUT_MS = 2_000;

/** Opens the one connection that writes. Creates the file if there is none. */
export function openForWriting(file: string): Database.Database {
  const connection = new Database(file, { timeout: BUSY_TIMEOUT_MS });
  try {
    connection.pragma('journal_mode = WAL');
    // What the screen showed as saved survives a power cut; NORMAL would lose the last moments.
    connection.pragma('synchronous = FULL');
    // On a Mac an ordinary sync stops at the drive's own cache.
    connection.pragma('fullfsync = ON');
    connection.pragma('foreign_keys = ON');
    // A corrupt schema must not make functions run that a query did not name.
    connection.pragma('trusted_schema = OFF');
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** Opens a connection that cannot write. It needs no lock and never holds up the writer. */
export function openForReading(file: string): Database.Database {
  return new Database(file, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
}
