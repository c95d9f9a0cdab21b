import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createSearchClient } from '../../electron/sessions/index.ts';
import { createTestLog } from '../fixtures/log.ts';
import type { BenchRow } from './row.ts';
import { seedSessions } from './seed.ts';
import { percentile, timeRuns } from './statistics.ts';

/** As people type them: common words, half words, several words, a ticket number, one that is nowhere. */
const QUERIES = [
  'outlook',
  'print',
  'vpn client',
  'password prompt mailbox',
  'e',
  'backup job failed disk',
  '48213',
  'CW #41002',
  'zebra',
  'the',
];

/** Search over 10,000 sessions and 200,000 messages, on the thread that the app searches on. */
export async function benchSearch(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'resolutionflow-bench-'));
  const client = createSearchClient({
    worker: new URL('../../electron/sessions/search-worker.ts', import.meta.url),
    file: join(folder, 'data', 'resolutionflow.db'),
    log: createTestLog(),
  });
  try {
    seedSessions(join(folder, 'data'), { sessions: 10_000, messagesEach: 20, factsEach: 5 });
    // The thread does not keep a process alive, which in the app is the window's part.
    const alive = setInterval(() => {}, 1_000);
    const delay = monitorEventLoopDelay({ resolution: 5 });
    await client.search('warm', 50);
    delay.enable();
    const taken = await timeRuns(300, (index) =>
      client.search(QUERIES[index % QUERIES.length] ?? '', 50),
    );
    delay.disable();
    clearInterval(alive);
    return [
      {
        what: 'search over 10,000 sessions and 200,000 messages, 95th percentile',
        measured: percentile(taken, 0.95),
        unit: 'ms',
        floor: null,
        bar: { kind: 'figure', at_most: 30 },
      },
      {
        what: 'longest time that a search blocked the main process',
        measured: delay.max / 1e6,
        unit: 'ms',
        floor: null,
        bar: { kind: 'figure', at_most: 50 },
      },
    ];
  } finally {
    client.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
