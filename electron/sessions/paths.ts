import { join } from 'node:path';

/** Where things are kept inside the app's folder. */
export interface StorePaths {
  readonly folder: string;
  /** The database; SQLite keeps `-wal` and `-shm` beside it. */
  readonly file: string;
  /** An empty file that the one writing process holds locked. */
  readonly lock: string;
  readonly backups: string;
  /** Damaged files, moved here and never touched again. */
  readonly damaged: string;
  /** Sound files in whose place a backup was put, moved here and never touched again. */
  readonly replaced: string;
  /** A copy of a backup, checked, that is about to take the place of the database. */
  readonly prepared: string;
}

export function storePaths(folder: string): StorePaths {
  return {
    folder,
    file: join(folder, 'resolutionflow.db'),
    lock: join(folder, 'resolutionflow.lock'),
    backups: join(folder, 'backups'),
    damaged: join(folder, 'damaged'),
    replaced: join(folder, 'replaced'),
    prepared: join(folder, 'resolutionflow.db.restoring'),
  };
}

/** The database's own file and those that SQLite keeps beside it. */
export function withSideFiles(file: string): readonly string[] {
  return [file, `${file}-wal`, `${file}-shm`];
}

/** `2026-11-22T165703Z`: a time as part of a file name, in UTC, sortable. */
export function fileStamp(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replaceAll(':', '')}Z`;
}

/** The time that {@link fileStamp} put into a name, or `undefined`. */
export function stampedTime(name: string): number | undefined {
  const stamp = /(\d{4}-\d\d-\d\dT)(\d\d)(\d\d)(\d\d)Z/.exec(name);
  if (stamp === null) return undefined;
  const [, date, hours, minutes, seconds] = stamp;
  return Date.parse(`${date}${hours}:${minutes}:${seconds}Z`);
}
