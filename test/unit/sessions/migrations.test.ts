import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect } from 'vitest';
import { LATEST_VERSION, runMigrations } from '../../../electron/sessions/migrate.ts';
import { openTestStore } from '../../fixtures/sessions.ts';
import { test } from './store-test.ts';

/** A file as a version before search left it. */
function olderFile(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'resolutionflow.db');
  const connection = new Database(file);
  runMigrations(connection, 0, 3);
  connection.exec(`INSERT INTO sessions (title, intake, domain, created_at, updated_at)
    VALUES ('From before', '', 'other', 1, 1)`);
  connection.close();
  return file;
}

function versionOf(file: string): unknown {
  const connection = new Database(file, { readonly: true });
  try {
    return connection.pragma('user_version', { simple: true });
  } finally {
    connection.close();
  }
}

describe('migrations', () => {
  test('bring a new file to the latest version, without a copy', ({ folder, store }) => {
    expect(versionOf(store.file)).toBe(LATEST_VERSION);
    expect(existsSync(join(folder, 'backups'))).toBe(false);
  });

  test('copy an older file before they change it', ({ folder }) => {
    const file = olderFile(folder);
    const store = openTestStore(folder);
    expect(store.sessions.get(1).title).toBe('From before');
    expect(versionOf(file)).toBe(LATEST_VERSION);

    const [copy] = readdirSync(join(folder, 'backups'));
    expect(copy).toMatch(/^before-migration-\d{4}-\d\d-\d\dT\d{6}Z\.db$/);
    expect(versionOf(join(folder, 'backups', copy ?? ''))).toBe(3);
    store.close();
  });

  test('index for search what was there before', ({ folder }) => {
    olderFile(folder);
    const store = openTestStore(folder);
    expect(store.search({ query: 'before', limit: 5 })).toHaveLength(1);
    store.close();
  });

  test('happen once', ({ folder }) => {
    olderFile(folder);
    openTestStore(folder).close();
    const before = readdirSync(join(folder, 'backups')).filter((name) => name.startsWith('before'));
    openTestStore(folder).close();
    const after = readdirSync(join(folder, 'backups')).filter((name) => name.startsWith('before'));
    expect(after).toEqual(before);
  });

  test('leave nothing half done when one fails', ({ folder }) => {
    const file = olderFile(folder);
    const connection = new Database(file);
    connection.exec('CREATE TABLE note_search (a)');
    connection.close();
    expect(() => openTestStore(folder)).toThrow();
    expect(versionOf(file)).toBe(3);
    const again = new Database(file);
    const tables = again.prepare(
      "SELECT count(*) FROM sqlite_schema WHERE name = 'session_search'",
    );
    expect(tables.pluck().get()).toBe(0);
    again.close();
  });
});
