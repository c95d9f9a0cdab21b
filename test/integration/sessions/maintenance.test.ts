import { writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { runMaintenance } from '../../../electron/sessions/index.ts';
import { createTestFolder, fillStore, openTestStore } from '../../fixtures/sessions.ts';

const WORKER = new URL('../../../electron/sessions/maintenance-worker.ts', import.meta.url);

test('a large file is checked and backed up on another thread, while the store is open', async () => {
  const { folder, dispose } = createTestFolder();
  const store = openTestStore(folder);
  fillStore(store, { sessions: 50, messagesEach: 5, factsEach: 2 });
  const { file } = store;
  expect(await runMaintenance({ worker: WORKER, task: 'check', file })).toEqual({
    ok: true,
    problems: [],
  });
  const backup = await runMaintenance({ worker: WORKER, task: 'back_up', file });
  const copy = new Database(backup, { readonly: true });
  expect(copy.prepare('SELECT count(*) FROM sessions').pluck().get()).toBe(50);
  copy.close();
  store.close();

  writeFileSync(file, 'garbage');
  const report = await runMaintenance({ worker: WORKER, task: 'check', file });
  expect(report.ok).toBe(false);
  await expect(runMaintenance({ worker: WORKER, task: 'back_up', file })).rejects.toThrow();
  dispose();
});
