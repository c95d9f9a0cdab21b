import { accessSync, constants, mkdirSync } from 'node:fs';
import type BetterSqlite3 from 'better-sqlite3';
import { openForWriting } from './connection.ts';
import { createDatabase } from './database.ts';
import { type FileLook, lookAtFile } from './file-check.ts';
import { createHousekeeping } from './housekeeping.ts';
import { quickCheck } from './integrity.ts';
import type { StoreLog } from './log.ts';
import { migrate } from './migrate.ts';
import { type StorePaths, storePaths } from './paths.ts';
import { OpeningFailure, problemOf, type StoreProblem } from './problem.ts';
import { createStore, type SessionStore } from './store.ts';
import { takeWriterLock, type WriterLock } from './writer-lock.ts';

export interface StoreOptions {
  /** The folder for the database, its backups and damaged files; made if there is none. */
  readonly folder: string;
  /** Milliseconds since 1970-01-01 UTC; the system's clock by default. */
  readonly now?: (() => number) | undefined;
  readonly log: StoreLog;
  /** Checks the whole file before it is opened, however large; what a failed background check asks for. */
  readonly check_whole_file?: boolean;
}

export type StoreOpening =
  | { readonly state: 'ready'; readonly store: SessionStore }
  | { readonly state: 'unavailable'; readonly problem: StoreProblem };

/** Up to this size a file that was closed in order is checked while the app starts: some milliseconds; a larger one is checked behind it. */
const CHECKED_AT_START_BYTES = 2 * 1024 * 1024;

/** How long a picture waits for its message. */
const UNSENT_KEPT_MS = 24 * 60 * 60 * 1_000;

/** Opens the store, or says why it cannot be opened. Never throws, and never changes a file that is not sound. */
export function openStore(options: StoreOptions): StoreOpening {
  return openLocked(options, (paths) => lookAtFile(paths));
}

/**
 * Takes the lock, lets `prepare` look at the files (and move them, in a recovery), then opens.
 * `prepare` reports through its second argument what it has set aside.
 */
export function openLocked(
  options: StoreOptions,
  prepare: (paths: StorePaths, setAside: (file: string) => void) => FileLook,
): StoreOpening {
  const paths = storePaths(options.folder);
  let setAside: string | null = null;
  let lock: WriterLock | undefined;
  try {
    mkdirSync(paths.folder, { recursive: true });
    accessSync(paths.folder, constants.R_OK | constants.W_OK);
    lock = takeWriterLock(paths.lock);
    const look = prepare(paths, (file) => {
      setAside = file;
    });
    return { state: 'ready', store: openSound(options, paths, look, lock) };
  } catch (error) {
    lock?.release();
    options.log.error('session file: not opened', error);
    return { state: 'unavailable', problem: problemOf(error, paths, setAside) };
  }
}

function openSound(
  { log, now = Date.now, check_whole_file = false }: StoreOptions,
  paths: StorePaths,
  look: FileLook,
  lock: WriterLock,
): SessionStore {
  const connection = openForWriting(paths.file);
  try {
    requireWritable(connection);
    const isChecked =
      check_whole_file || look.bytes <= CHECKED_AT_START_BYTES || !look.closed_cleanly;
    if (isChecked && !look.known_sound) requireSound(connection, look, log);
    migrate(connection, paths, now(), log);
    const housekeeping = createHousekeeping({ connection, paths, now, log, lock });
    const database = createDatabase(connection, housekeeping.onFailure);
    const store = createStore(database, now, {
      ...housekeeping,
      check_pending: !isChecked && !look.known_sound,
    });
    tidyUp(store, now(), log);
    return store;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** What the last run left undone. A full disk must not keep the file from being read. */
function tidyUp(store: SessionStore, at: number, log: StoreLog): void {
  try {
    const answers = store.messages.interruptStreaming();
    if (answers > 0) log.info(`session file: ${answers} answers were cut off when the app ended`);
    store.attachments.dropUnsent(at - UNSENT_KEPT_MS);
  } catch (error) {
    log.error('session file: not tidied up', error);
  }
}

/** SQLite opens a file that may not be written all the same, and would say so at the first write only. */
function requireWritable(connection: BetterSqlite3.Database): void {
  connection.exec('BEGIN IMMEDIATE; ROLLBACK');
}

function requireSound(connection: BetterSqlite3.Database, look: FileLook, log: StoreLog): void {
  if (!look.closed_cleanly) log.warn('session file: was not closed in order, checking it');
  const { ok, problems } = quickCheck(connection);
  if (!ok) throw new OpeningFailure('damaged', problems.join('; '));
}
