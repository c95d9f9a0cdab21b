import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect } from 'vitest';
import { integrityCheck } from '../../../electron/sessions/index.ts';
import { openTestStore } from '../../fixtures/sessions.ts';
import { newSession, test } from './store-test.ts';

const HOUR = 3_600_000;

function closeAt(folder: string, at: number, change = true) {
  const store = openTestStore(folder, () => at);
  if (change) newSession(store, `At ${at}`);
  return store.close();
}

describe('a backup at the closing', () => {
  test('is a whole file of its own with all sessions', ({ folder }) => {
    const backup = closeAt(folder, Date.now());
    expect(backup).toMatchObject({ sessions: 1 });
    const file = backup?.file ?? '';
    expect(integrityCheck(file)).toEqual({ ok: true, problems: [] });
    const copy = new Database(file, { readonly: true });
    expect(copy.prepare('SELECT count(*) FROM sessions').pluck().get()).toBe(1);
    copy.close();
  });

  test('is not made for an empty store', ({ folder }) => {
    expect(closeAt(folder, Date.now(), false)).toBeNull();
    expect(existsSync(join(folder, 'backups'))).toBe(false);
  });

  test('is made once an hour at most', ({ folder }) => {
    const start = Date.now();
    expect(closeAt(folder, start)).not.toBeNull();
    expect(closeAt(folder, start + HOUR / 2)).toBeNull();
    expect(closeAt(folder, start + HOUR + 1_000)).not.toBeNull();
  });

  test('is not made when nothing has changed since the last one', ({ folder }) => {
    const start = Date.now();
    expect(closeAt(folder, start)).not.toBeNull();
    expect(closeAt(folder, start + 2 * HOUR, false)).toBeNull();
    expect(closeAt(folder, start + 2 * HOUR)).not.toBeNull();
  });

  test('leaves the newest five, and those made before migrations', ({ folder }) => {
    const start = Date.now() - 20 * HOUR;
    const backups = join(folder, 'backups');
    mkdirSync(backups);
    writeFileSync(join(backups, 'before-migration-2020-01-01T000000Z.db'), 'old');
    writeFileSync(join(backups, 'resolutionflow-2020-01-01T000000Z.db.partial'), 'half');
    openTestStoreWithBackups(folder, start);
    const names = readdirSync(backups).sort();
    expect(names).toHaveLength(6);
    expect(names[0]).toBe('before-migration-2020-01-01T000000Z.db');
    expect(names.every((name) => name.endsWith('.db'))).toBe(true);
  });

  test('is not made when the file showed damage', ({ folder }) => {
    const store = openTestStore(folder);
    newSession(store);
    const direct = new Database(store.file);
    direct.unsafeMode(true);
    direct.pragma('writable_schema = ON');
    direct.exec("UPDATE sqlite_schema SET rootpage = 999999 WHERE name = 'drafts'");
    direct.pragma('schema_version = 999');
    direct.close();
    expect(() => store.drafts.list(1)).toThrow(
      expect.objectContaining({ code: 'STORE_UNAVAILABLE' }),
    );
    expect(store.close()).toBeNull();
  });
});

/** Seven closings, two hours apart. The first opening finds backups but no file, so it is made before. */
function openTestStoreWithBackups(folder: string, start: number): void {
  writeEmptyStore(folder);
  for (let count = 0; count < 7; count += 1) closeAt(folder, start + count * 2 * HOUR);
}

function writeEmptyStore(folder: string): void {
  const elsewhere = join(folder, 'elsewhere');
  const store = openTestStore(elsewhere);
  const { file } = store;
  const direct = new Database(file);
  direct.exec(`VACUUM INTO '${join(folder, 'resolutionflow.db')}'`);
  direct.close();
  store.close();
}
