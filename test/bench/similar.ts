import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSearchClient, type SessionStore } from '../../electron/sessions/index.ts';
import { createTestLog } from '../fixtures/log.ts';
import { fillStore } from '../fixtures/sessions.ts';
import type { BenchRow } from './row.ts';
import { openBenchStore } from './seed.ts';
import { percentile, timeRuns } from './statistics.ts';

const CLOSED = 10_000;
const OPEN = 50;
const SHOWN = 5;

/** Similar work for sessions at hand among 10,000 closed ones, on the thread that the app searches on. */
export async function benchSimilar(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'resolutionflow-bench-'));
  const data = join(folder, 'data');
  const client = createSearchClient({
    worker: new URL('../../electron/sessions/search-worker.ts', import.meta.url),
    file: join(data, 'resolutionflow.db'),
    log: createTestLog(),
  });
  try {
    const open = seedClosedWork(data);
    // The thread does not keep a process alive, which in the app is the window's part.
    const alive = setInterval(() => {}, 1_000);
    let found = 0;
    const taken = await timeRuns(200, async (index) => {
      found += (await client.similarTo(open[index % OPEN] ?? 0, SHOWN)).length;
    });
    clearInterval(alive);
    if (found === 0) throw new Error('no similar work was found');
    return [
      {
        what: 'similar work among 10,000 closed sessions, 95th percentile',
        measured: percentile(taken, 0.95),
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

/** Answers the ids of the sessions that stay open. */
function seedClosedWork(folder: string): number[] {
  const store = openBenchStore(folder);
  fillStore(store, { sessions: CLOSED + OPEN, messagesEach: 2, factsEach: 5 });
  const ids = store.sessions.list({ limit: CLOSED + OPEN }).map(({ id }) => id);
  const open = ids.slice(0, OPEN);
  const closed = ids.slice(OPEN);
  for (let from = 0; from < closed.length; from += 500) {
    store.transaction(() => {
      for (const id of closed.slice(from, from + 500)) close(store, id);
    });
  }
  store.close();
  return open;
}

function close(store: SessionStore, session_id: number): void {
  store.write_backs.closeLocally({
    session_id,
    kind: 'resolve',
    markdown:
      '## Problem\n\nThe user could not work.\n\n## Resolution\n\n- The profile was repaired.',
    digest: 'none',
    draft_markdown: null,
    draft_origin: null,
    sent: null,
    audit: [],
  });
}
