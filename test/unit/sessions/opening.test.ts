import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect } from 'vitest';
import { openStore, type StoreProblem } from '../../../electron/sessions/index.ts';
import { createTestLog } from '../../fixtures/log.ts';
import { fillStore, openTestStore } from '../../fixtures/sessions.ts';
import { newSession, test } from './store-test.ts';

const FILE = 'resolutionflow.db';

/** What is said about a folder whose store must not open. */
function problemOf(folder: string): StoreProblem {
  const opening = openStore({ folder, log: createTestLog() });
  if (opening.state === 'unavailable') return opening.problem;
  opening.store.close();
  throw new Error('The store opened.');
}

/** A folder with a store that holds a few sessions and was closed in order, without a backup. */
function filled(folder: string): string {
  const store = openTestStore(folder);
  fillStore(store, { sessions: 20, messagesEach: 5, factsEach: 2 });
  const { file } = store;
  new Database(file).close();
  store.close();
  for (const backup of backupsIn(folder)) truncateSync(backup);
  return file;
}

function backupsIn(folder: string): string[] {
  const backups = join(folder, 'backups');
  return existsSync(backups) ? readdirSync(backups).map((name) => join(backups, name)) : [];
}

describe('opening', () => {
  test('makes a new file in a new folder', ({ folder }) => {
    const store = openTestStore(join(folder, 'not', 'yet'));
    expect(store.sessions.count()).toBe(0);
    expect(store.check_pending).toBe(false);
    store.close();
  });

  test('finds again what was written', ({ folder }) => {
    const store = openTestStore(folder);
    const id = newSession(store, 'Kept');
    store.close();
    const again = openTestStore(folder);
    expect(again.sessions.get(id).title).toBe('Kept');
    again.close();
  });

  test('sets what durability rests on', ({ store }) => {
    const reader = new Database(store.file);
    expect(reader.pragma('journal_mode', { simple: true })).toBe('wal');
    reader.close();
    const strict =
      "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' AND strict = 0";
    const direct = new Database(store.file);
    expect(direct.prepare(strict).pluck().get()).toBe(0);
    direct.close();
  });

  test('takes an empty file for a new one if nothing says that it held data', ({ folder }) => {
    writeFileSync(join(folder, FILE), '');
    openTestStore(folder).close();
  });

  test('lets go of everything at the closing, which may come twice', ({ folder }) => {
    const store = openTestStore(folder);
    newSession(store);
    store.close();
    expect(store.close()).toBeNull();
    expect(statSync(store.file).size).toBeGreaterThan(0);
    expect(existsSync(`${store.file}-wal`)).toBe(false);
    expect(() => store.sessions.count()).toThrow(
      expect.objectContaining({ code: 'STORE_UNAVAILABLE' }),
    );
  });
});

describe('a file that cannot be used', () => {
  test('is left alone when it is cut off', ({ folder }) => {
    const file = filled(folder);
    truncateSync(file, Math.floor(statSync(file).size / 2));
    const before = readFileSync(file);
    expect(problemOf(folder)).toMatchObject({
      kind: 'damaged',
      file,
      set_aside: null,
      backups: [],
    });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('is left alone when it is not a database', ({ folder }) => {
    const file = join(folder, FILE);
    writeFileSync(file, 'Dear diary, '.repeat(2_000));
    expect(problemOf(folder)).toMatchObject({ kind: 'damaged' });
    expect(readFileSync(file, 'utf8')).toBe('Dear diary, '.repeat(2_000));
  });

  test('is left alone when pages in the middle are garbage', ({ folder }) => {
    const file = filled(folder);
    const bytes = readFileSync(file);
    bytes.fill(0xa5, 4_096 * 3, 4_096 * 9);
    writeFileSync(file, bytes);
    expect(problemOf(folder)).toMatchObject({ kind: 'damaged' });
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  test('is left alone when it comes from a newer version', ({ folder }) => {
    const file = filled(folder);
    const direct = new Database(file);
    direct.pragma('user_version = 9999');
    direct.pragma('wal_checkpoint(TRUNCATE)');
    direct.close();
    const before = readFileSync(file);
    const problem = problemOf(folder);
    expect(problem).toMatchObject({ kind: 'newer', backups: [] });
    expect(problem.message).toContain('newer version');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('is left alone when it belongs to another program', ({ folder }) => {
    const direct = new Database(join(folder, FILE));
    direct.exec('CREATE TABLE other (a); INSERT INTO other VALUES (1)');
    direct.close();
    const before = readFileSync(join(folder, FILE));
    const problem = problemOf(folder);
    expect(problem).toMatchObject({ kind: 'unreadable' });
    expect(problem.message).toContain('another program');
    expect(readFileSync(join(folder, FILE)).equals(before)).toBe(true);
  });

  test('is not opened twice', ({ folder, store }) => {
    newSession(store);
    expect(problemOf(folder)).toMatchObject({ kind: 'locked' });
    expect(store.sessions.count()).toBe(1);
  });

  test('is not replaced when it is a folder', ({ folder }) => {
    mkdirSync(join(folder, FILE));
    expect(problemOf(folder)).toMatchObject({ kind: 'unreadable' });
  });

  test('is missed when it is gone but its backups are there', ({ folder }) => {
    const store = openTestStore(folder);
    newSession(store);
    store.close();
    truncateSync(store.file);
    const empty = problemOf(folder);
    expect(empty).toMatchObject({ kind: 'damaged', backups: [{ sessions: 1 }] });
    expect(empty.message).toContain('is empty, although there are backups');
    expect(statSync(store.file).size).toBe(0);
  });

  test('is missed when only its journal is there', ({ folder }) => {
    writeFileSync(join(folder, `${FILE}-wal`), 'x'.repeat(5_000));
    expect(problemOf(folder)).toMatchObject({ kind: 'damaged' });
    expect(statSync(join(folder, `${FILE}-wal`)).size).toBe(5_000);
  });

  test('says what to do next, in every case', ({ folder }) => {
    writeFileSync(join(folder, FILE), 'no database');
    expect(problemOf(folder).message).toMatch(/Restore the newest backup, or start empty/);
  });
});
