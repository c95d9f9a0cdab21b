import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect } from 'vitest';
import { createSearchClient } from '../../../electron/sessions/index.ts';
import { createTestLog } from '../../fixtures/log.ts';

import { newSession, test } from './store-test.ts';

const WORKER = new URL('../../../electron/sessions/search-worker.ts', import.meta.url);
const CANCELLED = { code: 'CANCELLED' };

describe('the search client', () => {
  test('finds what the store holds, on its own thread', async ({ store }) => {
    newSession(store, 'Router reboots');
    const client = createSearchClient({ worker: WORKER, file: store.file, log: createTestLog() });
    expect(await client.search('router', 10)).toMatchObject([
      { session: { title: 'Router reboots' } },
    ]);
    newSession(store, 'Router hot');
    expect(await client.search('router', 10)).toHaveLength(2);
    client.close();
  });

  test('answers the newest of several searches and cancels the others', async ({
    store,
    session,
  }) => {
    expect(store.sessions.get(session).title).toMatch(/printer/i);
    const client = createSearchClient({ worker: WORKER, file: store.file, log: createTestLog() });
    await client.search('printer', 10);
    const searches = ['p', 'pr', 'pri', 'prin', 'printer'].map((query) => client.search(query, 10));
    const settled = await Promise.allSettled(searches);
    expect(settled.at(-1)).toMatchObject({ status: 'fulfilled', value: [{ source: 'title' }] });
    const cancelled = settled.filter((result) => result.status === 'rejected');
    expect(cancelled.length).toBeGreaterThan(0);
    for (const { reason } of cancelled) expect(reason).toMatchObject(CANCELLED);
    client.close();
  });

  test('stops waiting when aborted or closed', async ({ store, session }) => {
    expect(store.sessions.get(session).title).toMatch(/printer/i);
    const client = createSearchClient({ worker: WORKER, file: store.file, log: createTestLog() });
    const controller = new AbortController();
    const aborted = client.search('printer', 10, controller.signal);
    controller.abort();
    await expect(aborted).rejects.toMatchObject(CANCELLED);
    await expect(client.search('printer', 10, controller.signal)).rejects.toMatchObject(CANCELLED);
    const closed = client.search('printer', 10);
    client.close();
    await expect(closed).rejects.toMatchObject(CANCELLED);
    // It lets go of the file, and the next search starts anew.
    expect(await client.search('printer', 10)).toHaveLength(1);
    await client.close();
  });

  test('says what is wrong when there is no file to search', async ({ folder }) => {
    const client = createSearchClient({
      worker: WORKER,
      file: join(folder, 'none.db'),
      log: createTestLog(),
    });
    await expect(client.search('printer', 10)).rejects.toMatchObject({ code: 'INTERNAL' });
    client.close();
  });

  test('replaces a thread that dies, once, and asks again', async ({ folder }) => {
    const worker = join(folder, 'worker.mjs');
    const marker = join(folder, 'died');
    writeFileSync(
      worker,
      `import { existsSync, writeFileSync } from 'node:fs';
       import { parentPort } from 'node:worker_threads';
       parentPort.on('message', ({ id, query }) => {
         if (query === 'always' || !existsSync(${JSON.stringify(marker)})) {
           writeFileSync(${JSON.stringify(marker)}, '');
           process.exit(1);
         }
         parentPort.postMessage({ id, ok: true, value: [] });
       });`,
    );
    const client = createSearchClient({
      worker: pathToFileURL(worker),
      file: '',
      log: createTestLog(),
    });
    expect(await client.search('once', 10)).toEqual([]);
    await expect(client.search('always', 10)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await expect(client.search('once', 10)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    client.close();
  });
});
