import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect } from 'vitest';
import {
  openStore,
  type Recovery,
  recoverStore,
  type StoreOpening,
  storePaths,
} from '../../../electron/sessions/index.ts';
import { prepareRestore } from '../../../electron/sessions/recover.ts';
import { createTestLog } from '../../fixtures/log.ts';
import { createTestClock, openTestStore } from '../../fixtures/sessions.ts';
import { newSession, test } from './store-test.ts';

const GARBAGE = 'not a database any more';

/** A folder whose store has one backup with two sessions and a damaged file. */
function damaged(folder: string): { file: string; backup: string } {
  const store = openTestStore(folder);
  newSession(store, 'First');
  newSession(store, 'Second');
  const backup = store.close()?.file ?? '';
  writeFileSync(store.file, GARBAGE);
  writeFileSync(`${store.file}-wal`, 'and its journal');
  return { file: store.file, backup };
}

function recover(folder: string, recovery: Recovery): StoreOpening {
  return recoverStore({ folder, now: createTestClock(), log: createTestLog() }, recovery);
}

function restore(folder: string, backup: string): StoreOpening {
  prepareRestore(backup, storePaths(folder));
  return recover(folder, { kind: 'restore_prepared', instead_of: 'damaged' });
}

function setAside(folder: string): Record<string, string> {
  const names = readdirSync(join(folder, 'damaged'));
  return Object.fromEntries(
    names.map((name) => [
      name.replace(/^[\dTZ-]+-/, ''),
      readFileSync(join(folder, 'damaged', name), 'utf8'),
    ]),
  );
}

describe('recovery', () => {
  test('offers the backups that are good, newest first', ({ folder }) => {
    const { backup } = damaged(folder);
    writeFileSync(join(folder, 'backups', 'resolutionflow-2030-01-01T000000Z.db'), GARBAGE);
    const opening = openStore({ folder, log: createTestLog() });
    expect(opening).toMatchObject({
      state: 'unavailable',
      problem: { kind: 'damaged', backups: [{ file: backup, sessions: 2 }] },
    });
  });

  test('restores a backup and keeps the damaged file with its journal', ({ folder }) => {
    const { backup } = damaged(folder);
    const opening = restore(folder, backup);
    if (opening.state !== 'ready') throw new Error(opening.problem.message);
    expect(opening.store.sessions.list({ limit: 9 }).map((item) => item.title)).toEqual([
      'Second',
      'First',
    ]);
    expect(setAside(folder)).toEqual({
      'resolutionflow.db': GARBAGE,
      'resolutionflow.db-wal': 'and its journal',
    });
    newSession(opening.store, 'Third');
    opening.store.close();
    expect(existsSync(backup)).toBe(true);
    const again = openTestStore(folder);
    expect(again.sessions.count()).toBe(3);
    again.close();
  });

  test('starts empty and keeps the damaged file', ({ folder }) => {
    damaged(folder);
    const opening = recover(folder, { kind: 'start_empty' });
    if (opening.state !== 'ready') throw new Error(opening.problem.message);
    expect(opening.store.sessions.count()).toBe(0);
    opening.store.close();
    expect(setAside(folder)).toMatchObject({ 'resolutionflow.db': GARBAGE });
  });

  test('never overwrites what was set aside before', ({ folder }) => {
    for (const content of ['one', 'two', 'three']) {
      writeFileSync(join(folder, 'resolutionflow.db'), content);
      const opening = recover(folder, { kind: 'start_empty' });
      if (opening.state !== 'ready') throw new Error(opening.problem.message);
      opening.store.close();
    }
    const kept = readdirSync(join(folder, 'damaged')).map((name) =>
      readFileSync(join(folder, 'damaged', name), 'utf8'),
    );
    expect(kept.sort()).toEqual(['one', 'three', 'two']);
  });

  test('refuses a backup that is damaged, or not one of ours, and changes nothing', ({
    folder,
  }) => {
    const { file, backup } = damaged(folder);
    const elsewhere = join(folder, 'elsewhere.db');
    writeFileSync(elsewhere, GARBAGE);
    writeFileSync(backup, GARBAGE);
    for (const choice of [backup, elsewhere]) {
      expect(() => restore(folder, choice)).toThrow(/no such backup|damaged backup/);
    }
    expect(readFileSync(file, 'utf8')).toBe(GARBAGE);
    expect(existsSync(join(folder, 'damaged'))).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith('.restoring'))).toEqual([]);
  });

  test('does not set aside a file from a newer version', ({ folder }) => {
    const store = openTestStore(folder);
    newSession(store);
    store.close();
    const direct = new Database(store.file);
    direct.pragma('user_version = 9999');
    direct.close();
    expect(recover(folder, { kind: 'start_empty' })).toMatchObject({
      state: 'unavailable',
      problem: { kind: 'newer' },
    });
    expect(existsSync(store.file)).toBe(true);
  });

  test('does nothing while the store is open', ({ folder, store }) => {
    newSession(store);
    expect(recover(folder, { kind: 'start_empty' })).toMatchObject({
      state: 'unavailable',
      problem: { kind: 'locked', set_aside: null },
    });
    expect(store.sessions.count()).toBe(1);
  });
});
