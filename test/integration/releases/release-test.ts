import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { SessionStore } from '../../../electron/sessions/index.ts';
import { copyHome } from '../../fixtures/releases/releases.ts';
import { createTestFolder, openTestStore } from '../../fixtures/sessions.ts';
import { type Row, rowsOf } from './raw-rows.ts';

/** A release's home, as it was and as this version opened it. */
export interface OpenedHome {
  readonly home: string;
  readonly store: SessionStore;
  /** The rows that the release left, by table. */
  readonly before: ReadonlyMap<string, readonly Row[]>;
  /** Files in the folder for backups. */
  backups(): string[];
}

/** Opens a copy of a release's home with this version; gone when the test ends. */
export function openHome(release: string): OpenedHome {
  const { folder: home, dispose } = createTestFolder();
  const file = copyHome(release, home);
  const before = rowsOf(file);
  const store = openTestStore(join(home, 'data'), Date.now);
  onTestFinished(() => {
    store.close();
    dispose();
  });
  const backups = join(home, 'data', 'backups');
  return {
    home,
    store,
    before,
    backups: () => readdirSync(backups).map((name) => join(backups, name)),
  };
}

/** Every session of a store. */
export function everySession(store: SessionStore) {
  return store.sessions.list({ limit: 1_000 });
}
