import { closeSync, fsyncSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Session } from '../../shared/domain/session.ts';
import { openForReading } from './connection.ts';
import { createDatabase } from './database.ts';
import { attachmentFile, EXPORT_README, noteFiles } from './export-files.ts';
import { createStore, type SessionStore } from './store.ts';

export interface ExportOptions {
  /** The database file. It may be in use. */
  readonly file: string;
  /** The folder to write; it must not exist. */
  readonly folder: string;
  /** Texts to put beside it, by file name. */
  readonly extras: Readonly<Record<string, string>>;
  /** Sessions done, of so many. What it throws ends the export. */
  readonly onProgress: (done: number, total: number) => void;
}

/** Sessions that are read at a time. */
const PAGE = 200;
const EVERYTHING = Number.MAX_SAFE_INTEGER;

/**
 * Writes everything that is kept into a folder, as it stood at one moment: plain files that any program
 * can read. Secrets are not among it, for none ever gets into the database. Runs on a thread.
 */
export function exportEverything({ file, folder, extras, onProgress }: ExportOptions): number {
  mkdirSync(folder, { recursive: true });
  for (const part of ['notes', 'attachments']) mkdirSync(join(folder, part));
  const connection = openForReading(file);
  try {
    const database = createDatabase(connection);
    const store = createStore(database, Date.now, {
      file,
      check_pending: false,
      backupDue: () => false,
      close: () => null,
    });
    return database.read(() => {
      writeFileSync(join(folder, 'README.txt'), EXPORT_README);
      for (const [name, text] of Object.entries(extras)) writeFileSync(join(folder, name), text);
      writeLines(join(folder, 'templates.jsonl'), store.templates.list());
      return writeSessions(store, folder, onProgress);
    });
  } finally {
    connection.close();
  }
}

function writeSessions(
  store: SessionStore,
  folder: string,
  onProgress: ExportOptions['onProgress'],
): number {
  const total = store.sessions.count();
  let done = 0;
  function* sessions() {
    for (const session of everySession(store)) {
      const whole = readSession(store, session);
      for (const [name, text] of noteFiles(whole)) writeFileSync(join(folder, 'notes', name), text);
      for (const attachment of whole.attachments) {
        const { content } = store.attachments.get(attachment.id);
        writeFileSync(join(folder, 'attachments', attachmentFile(attachment)), content);
      }
      yield whole;
      done += 1;
      onProgress(done, total);
    }
  }
  writeLines(join(folder, 'sessions.jsonl'), sessions());
  return done;
}

/** All of a session; what the copilot asked and answered is among its messages. */
function readSession(store: SessionStore, session: Session) {
  const { earlier_messages: _, ...snapshot } = store.snapshot(session.id);
  return {
    ...snapshot,
    messages: store.messages.list(session.id),
    open_posting: store.intents.findOpen(session.id) ?? null,
    audit: store.audit.list(session.id),
    ai_usage: store.usage.ofSession(session.id),
  };
}

function* everySession(store: SessionStore): Generator<Session> {
  let before: { updated_at: number; id: number } | undefined = { updated_at: EVERYTHING, id: 0 };
  while (before !== undefined) {
    const page = store.sessions.list({ limit: PAGE, before });
    for (const { id } of page) yield store.sessions.get(id);
    const last: (typeof page)[number] | undefined = page.at(-1);
    before = last && { updated_at: last.updated_at, id: last.id };
  }
}

/** One JSON value a line, on disk when it returns. */
function writeLines(file: string, values: Iterable<unknown>): void {
  const descriptor = openSync(file, 'wx');
  try {
    for (const value of values) writeSync(descriptor, `${JSON.stringify(value)}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
