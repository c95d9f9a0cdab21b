import { statSync } from 'node:fs';
import type BetterSqlite3 from 'better-sqlite3';
import type { BackupInfo } from '../../shared/domain/store-status.ts';
import { isBackupDue, listBackups, writeBackup } from './backups.ts';
import type { StoreLog } from './log.ts';
import type { StorePaths } from './paths.ts';
import type { DatabaseFailure } from './sql-errors.ts';
import type { WriterLock } from './writer-lock.ts';

interface Parts {
  readonly connection: BetterSqlite3.Database;
  readonly paths: StorePaths;
  readonly now: () => number;
  readonly log: StoreLog;
  readonly lock: WriterLock;
}

/** Up to this size a backup is made while the app quits: about a tenth of a second. */
const BACKED_UP_AT_CLOSE_BYTES = 16 * 1024 * 1024;
/** What a reader that is still at work may hold up the closing. */
const CLOSING_PATIENCE_MS = 100;

/** What keeps the file in order around the queries: failures noted, backups, the closing. */
export function createHousekeeping({ connection, paths, now, log, lock }: Parts) {
  let failed = false;

  const sessions = () =>
    connection.prepare<[], number>('SELECT count(*) FROM sessions').pluck().get() ?? 0;

  function backUpIfDue(): BackupInfo | null {
    const { size } = statSync(paths.file);
    if (failed || size > BACKED_UP_AT_CLOSE_BYTES || sessions() === 0) return null;
    if (!isBackupDue(paths.file, paths.backups, now())) return null;
    const file = writeBackup(connection, paths.backups, now());
    const backup = listBackups(paths.backups).find((known) => known.file === file);
    return backup === undefined ? null : { ...backup, sessions: sessions() };
  }

  /** A backup that fails (a full disk, say) must not keep the app from closing. */
  function attempt<Result>(what: string, work: () => Result): Result | null {
    try {
      return work();
    } catch (error) {
      log.error(`session file: ${what} failed`, error);
      return null;
    }
  }

  return {
    file: paths.file,
    onFailure(failure: DatabaseFailure) {
      // A full disk or a lock says nothing about the file; damage and lost reads do.
      if (failure === 'damaged' || failure === 'unreadable') failed = true;
    },
    backupDue: () =>
      !failed &&
      statSync(paths.file).size > BACKED_UP_AT_CLOSE_BYTES &&
      isBackupDue(paths.file, paths.backups, now()),
    close({ back_up } = { back_up: true }) {
      if (!connection.open) return null;
      attempt('checkpoint', () => {
        connection.pragma(`busy_timeout = ${CLOSING_PATIENCE_MS}`);
        connection.pragma('wal_checkpoint(TRUNCATE)');
      });
      const backup = back_up ? attempt('backup', backUpIfDue) : null;
      attempt('closing', () => connection.close());
      lock.release();
      return backup;
    },
  };
}
