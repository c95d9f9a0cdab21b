import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  openSearch,
  recoverStore,
  schemaVersion,
  storePaths,
} from '../../../electron/sessions/index.ts';
import { maintenanceTasks } from '../../../electron/sessions/maintenance.ts';
import { LATEST_VERSION } from '../../../electron/sessions/migrate.ts';
import { createTestLog } from '../../fixtures/log.ts';
import { copyHome, releases } from '../../fixtures/releases/releases.ts';
import { WALKED_WORDS } from '../../fixtures/releases/walk.ts';
import { createTestFolder, openTestStore } from '../../fixtures/sessions.ts';
import { type Row, rowsOf, schemaOf, soundnessOf } from './raw-rows.ts';
import { openHome } from './release-test.ts';

/** Columns that a later release took away, none of which any release had filled. */
const TAKEN_AWAY: Readonly<Record<string, readonly string[]>> = {
  script_generations: ['template_id'],
};

/** A row whose proposal is read, since a later version may add to it. */
function readable(row: readonly (readonly [column: string, value: unknown])[]): Row {
  return Object.fromEntries(
    row.map(([column, value]) => [
      column,
      column === 'proposed' ? JSON.parse(String(value)) : value,
    ]),
  );
}

describe.each(releases())('the database of %s', (release) => {
  test('is brought up to date, is whole, and was copied before', () => {
    const { store, before, home, backups } = openHome(release);
    expect(schemaVersion(store.file)).toBe(LATEST_VERSION);
    expect(soundnessOf(store.file)).toEqual({ integrity: 'ok', foreignKeys: [] });
    if (!existsSync(join(home, 'data', 'backups'))) {
      expect(release).toBe(releases().at(-1));
      return;
    }
    const [copy = ''] = backups();
    expect(basename(copy)).toMatch(/^before-migration-/);
    expect(rowsOf(copy)).toEqual(before);
  });

  test('is laid out as a new one', () => {
    const { store } = openHome(release);
    const { folder, dispose } = createTestFolder();
    const fresh = openTestStore(folder);
    expect(schemaOf(store.file)).toEqual(schemaOf(fresh.file));
    fresh.close();
    dispose();
  });

  test('loses no row but cached previews, and no value of any', () => {
    const { store, before } = openHome(release);
    const after = rowsOf(store.file);
    expect([...before.keys()].filter((table) => !after.has(table))).toEqual([]);
    for (const [table, rows] of before) {
      const away = TAKEN_AWAY[table] ?? [];
      const wanted = rows.map((row) =>
        readable(Object.entries(row).filter(([column]) => !away.includes(column))),
      );
      const found = (after.get(table) ?? []).map((row) => readable(Object.entries(row)));
      // A cache; version 9, the one with known names, emptied it.
      if (table === 'previews' && !before.has('known_names')) {
        expect(found).toEqual([]);
        continue;
      }
      expect(found).toHaveLength(rows.length);
      expect(found, table).toMatchObject(wanted);
      expect(
        rows.flatMap((row) => away.filter((column) => (row[column] ?? null) !== null)),
      ).toEqual([]);
    }
  });

  test('is searched: titles, facts, messages, notes, and closed work', () => {
    const { store } = openHome(release);
    for (const query of WALKED_WORDS) {
      expect(store.search({ query, limit: 50 }), query).not.toEqual([]);
    }
    const search = openSearch(store.file);
    const text = 'The narwhal share opens again';
    expect(search.similarToText({ text, except: null, limit: 5 })).not.toEqual([]);
    search.close();
  });

  test('can be written on, and closed sessions stay as they are', () => {
    const { store } = openHome(release);
    const [active] = store.sessions.list({ limit: 1, state: 'active' });
    const [closed] = store.sessions.list({ limit: 1, state: 'resolved' });
    const add = (session_id = 0) =>
      store.facts.add({ session_id, text: 'A wombat came by.', source_type: 'technician' });
    expect(add(active?.id).session_id).toBe(active?.id);
    expect(store.search({ query: 'wombat', limit: 5 })).toHaveLength(1);
    expect(() => add(closed?.id)).toThrow(/nothing was changed/);
  });

  test('is restored as a backup, brought up to date before it takes its place', () => {
    const { store, before } = openHome(release);
    const { folder, dispose } = createTestFolder();
    const backup = join(folder, 'data', 'backups', 'resolutionflow-2026-01-05T090000Z.db');
    mkdirSync(dirname(backup), { recursive: true });
    copyFileSync(copyHome(release, join(folder, 'release')), backup);
    const data = join(folder, 'data');
    const { file, prepared } = storePaths(data);

    expect(maintenanceTasks.prepare_restore(file, backup)).toBeNull();
    expect(schemaVersion(prepared)).toBe(LATEST_VERSION);
    const log = createTestLog();
    const restored = recoverStore(
      { folder: data, log },
      { kind: 'restore_prepared', instead_of: 'sound' },
    );
    if (restored.state !== 'ready') throw new Error(restored.problem.message);
    expect(restored.store.sessions.count()).toBe(before.get('sessions')?.length);
    expect(schemaOf(file)).toEqual(schemaOf(store.file));
    expect(readdirSync(join(data, 'backups'))).toEqual([basename(backup)]);
    restored.store.close();
    dispose();
  });
});
