import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import type { BackupInfo } from '../../shared/domain/store-status.ts';
import { openForReading } from './connection.ts';
import { quickCheck } from './integrity.ts';
import { fileStamp, stampedTime } from './paths.ts';

type BackupFile = Omit<BackupInfo, 'sessions'>;

/** Made when the app closes, and before a migration; each sort has its own number kept. */
export type BackupSort = 'resolutionflow' | 'before-migration';

const KEPT: Record<BackupSort, number> = { resolutionflow: 5, 'before-migration': 3 };
const PARTIAL = '.partial';
/** Between two backups of the ordinary sort. */
export const BACKUP_INTERVAL_MS = 60 * 60 * 1_000;

/** Newest first, unopened. */
export function listBackups(folder: string): BackupFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.db'))
    .map((name) => {
      const file = join(folder, name);
      const { size, mtimeMs } = statSync(file);
      return { file, created_at: stampedTime(name) ?? Math.round(mtimeMs), bytes: size };
    })
    .sort((a, b) => b.created_at - a.created_at);
}

/** Those that open and pass SQLite's check, newest first. Reads them whole: for a recovery only. */
export function goodBackups(folder: string): BackupInfo[] {
  return listBackups(folder).flatMap((backup) => {
    const sessions = sessionsIn(backup.file);
    return sessions === undefined ? [] : [{ ...backup, sessions }];
  });
}

/** How many sessions a sound backup holds, or `undefined` for one that is not sound. */
export function sessionsIn(file: string): number | undefined {
  try {
    const connection = openForReading(file);
    try {
      if (!quickCheck(connection).ok) return undefined;
      return connection.prepare<[], number>('SELECT count(*) FROM sessions').pluck().get();
    } finally {
      connection.close();
    }
  } catch {
    return undefined;
  }
}

/**
 * Writes a backup and drops the oldest beyond the number kept. By `VACUUM INTO`, not by copying the
 * file: it includes what still stands in the journal, runs on a read-only connection too, and fails
 * on a damaged page, so that damage is never copied over a good backup. The file takes its name only
 * when it is whole and on disk.
 */
export function writeBackup(
  connection: BetterSqlite3.Database,
  folder: string,
  at: number,
  sort: BackupSort = 'resolutionflow',
): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${sort}-${fileStamp(at)}.db`);
  const partial = `${file}${PARTIAL}`;
  rmSync(partial, { force: true });
  try {
    connection.prepare('VACUUM INTO ?').run(partial);
    syncToDisk(partial);
    renameSync(partial, file);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
  prune(folder, sort, at);
  return file;
}

/** Waits until a file's content is on disk, not in a cache. */
export function syncToDisk(file: string): void {
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function prune(folder: string, sort: BackupSort, at: number): void {
  const old = listBackups(folder)
    .filter(({ file }) => basename(file).startsWith(`${sort}-`))
    // One from the future was made by a clock that was wrong, and must not outlive all that are right.
    .sort((a, b) => Number(isAhead(a, at)) - Number(isAhead(b, at)))
    .slice(KEPT[sort]);
  const partial = readdirSync(folder).filter((name) => name.endsWith(PARTIAL));
  for (const file of [
    ...old.map((backup) => backup.file),
    ...partial.map((name) => join(folder, name)),
  ]) {
    rmSync(file, { force: true });
  }
}

/** File names tell whole seconds, and clocks are set by a few. */
const CLOCK_SLACK_MS = 60_000;

function isAhead({ created_at }: BackupFile, at: number): boolean {
  return created_at > at + CLOCK_SLACK_MS;
}

/** Whether the database at `file` has changed since the newest backup, and that one is old enough. */
export function isBackupDue(file: string, folder: string, at: number): boolean {
  const newest = listBackups(folder)[0];
  // The times of one from the future say nothing about what is newer.
  if (newest === undefined || isAhead(newest, at)) return true;
  // By the clock of the file system on both sides: names tell whole seconds only.
  const { mtimeMs: backedUp } = statSync(newest.file);
  const changed = [file, `${file}-wal`].some((name) => {
    const stats = statSync(name, { throwIfNoEntry: false });
    return stats !== undefined && stats.size > 0 && stats.mtimeMs > backedUp;
  });
  return changed && at - newest.created_at >= BACKUP_INTERVAL_MS;
}
