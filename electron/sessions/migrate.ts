import { statSync } from 'node:fs';
import type BetterSqlite3 from 'better-sqlite3';
import { writeBackup } from './backups.ts';
import { openForWriting } from './connection.ts';
import type { StoreLog } from './log.ts';
import { MIGRATIONS } from './migrations/index.ts';
import type { StorePaths } from './paths.ts';
import { OpeningFailure } from './problem.ts';

/** `RFLW` in ASCII, in every file of ours: what tells it from another program's database. */
const APPLICATION_ID = 0x52_46_4c_57;

/** The version that this build of the app writes. */
export const LATEST_VERSION = MIGRATIONS.length;

/** What a file says of itself, in its header or over a connection. */
export interface FileIdentity {
  readonly application_id: number;
  readonly version: number;
  /** There is no table in it yet. */
  readonly is_blank: boolean;
}

/** Refuses another program's database, and one that a newer build of the app has migrated. */
export function refuseUnknown(
  file: string,
  { application_id, version, is_blank }: FileIdentity,
): void {
  if (application_id !== APPLICATION_ID && !is_blank) {
    throw new OpeningFailure(
      'unreadable',
      `application_id ${application_id}`,
      `${file} belongs to another program and was left as it is. Move it elsewhere, then start ResolutionFlow again.`,
    );
  }
  if (version > LATEST_VERSION) {
    throw new OpeningFailure('newer', `version ${version}, this build knows ${LATEST_VERSION}`);
  }
}

function identityOf(connection: BetterSqlite3.Database): FileIdentity {
  const tables = connection.prepare<[], number>('SELECT count(*) FROM sqlite_schema').pluck().get();
  return {
    application_id: Number(connection.pragma('application_id', { simple: true })),
    version: Number(connection.pragma('user_version', { simple: true })),
    is_blank: tables === 0,
  };
}

/** Runs the migrations from `from` up to `to`, each in a transaction that carries its version with it. */
export function runMigrations(connection: BetterSqlite3.Database, from: number, to: number): void {
  for (const [index, sql] of MIGRATIONS.slice(0, to).entries()) {
    if (index < from) continue;
    connection
      .transaction(() => {
        if (index === 0) connection.pragma(`application_id = ${APPLICATION_ID}`);
        connection.exec(sql);
        connection.pragma(`user_version = ${index + 1}`);
      })
      .immediate();
  }
}

/** Brings the file up to date, with a copy of it made before the first change to one that holds data. */
export function migrate(
  connection: BetterSqlite3.Database,
  paths: StorePaths,
  at: number,
  log: StoreLog,
): void {
  const identity = identityOf(connection);
  refuseUnknown(connection.name, identity);
  const { version } = identity;
  if (version === LATEST_VERSION) return;
  if (version > 0) {
    const copy = writeBackup(connection, paths.backups, at, 'before-migration');
    log.info(`session file: copied to ${copy} before migrating from version ${version}`);
  }
  runMigrations(connection, version, LATEST_VERSION);
  log.info(`session file: migrated from version ${version} to ${LATEST_VERSION}`);
}

/**
 * Brings a copy that nothing rests on yet up to date, in the mode in which it will be written. All of
 * it stands in the one file afterwards.
 */
export function migrateCopy(file: string): void {
  const connection = openForWriting(file);
  try {
    const identity = identityOf(connection);
    refuseUnknown(file, identity);
    runMigrations(connection, identity.version, LATEST_VERSION);
  } finally {
    connection.close();
  }
  const journal = statSync(`${file}-wal`, { throwIfNoEntry: false });
  if (journal !== undefined && journal.size > 0) throw new Error(`${file} kept its journal`);
}
