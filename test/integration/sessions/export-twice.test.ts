import { readdirSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportData } from '../../../electron/data/export-data.ts';
import type { DataParts } from '../../../electron/data/parts.ts';
import { createTestLog } from '../../fixtures/log.ts';
import { createTestFolder, openTestStore } from '../../fixtures/sessions.ts';

// Found by the fuzz: both took the name of the minute, and the one that came too late took the folder of
// the other away.
test('exports that run at the same time get a folder each', async () => {
  const { folder, dispose } = createTestFolder();
  const store = openTestStore(folder, Date.now);
  const chosen = join(folder, 'exports');
  await mkdir(chosen);
  const parts = {
    store: { current: () => store },
    settings: Promise.resolve({ get: () => ({}) }),
    chooseFolder: async () => chosen,
    onExportProgress: () => {},
    workers: { export: new URL('../../../electron/sessions/export-worker.ts', import.meta.url) },
    log: createTestLog(),
  } as unknown as DataParts;
  const { signal } = new AbortController();
  const made = await Promise.all([1, 2, 3].map(() => exportData(parts, signal)));
  const folders = made.map((one) => one?.folder);
  expect(new Set(folders).size).toBe(3);
  expect(readdirSync(chosen)).toHaveLength(3);
  for (const one of folders) expect(readdirSync(one ?? '')).toContain('sessions.jsonl');
  store.close();
  dispose();
});
