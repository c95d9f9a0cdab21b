import { createPosting } from '../../electron/psa/index.ts';
import { startFakeConnectWise } from '../fakes/connectwise/index.ts';
import { linkedSession, MARKDOWN } from '../fixtures/posting/desk.ts';
import { CONNECTWISE_RULES, connectWiseOver } from '../fixtures/posting/systems.ts';
import { createTestFolder } from '../fixtures/sessions.ts';
import type { BenchRow } from './row.ts';
import { openBenchStore } from './seed.ts';
import { median } from './statistics.ts';

const RUNS = 40;
const WARM_UP = 5;

/**
 * A whole posting, from the confirmed note to the closed session: read the ticket and its notes, post,
 * read back, change the status, read again; each stage durable before its step. Beside it the same
 * requests through the same client and nothing else. What is left is our own.
 */
export async function benchPosting(): Promise<BenchRow[]> {
  const { folder, dispose } = createTestFolder();
  const store = openBenchStore(folder);
  const fake = await startFakeConnectWise();
  const psa = connectWiseOver(fake);
  const { signal } = new AbortController();
  const posting = createPosting({
    store: () => store,
    check: async () => ({ findings: [], evidence: [], left_out: [] }),
    shown: async () => [],
    psa: async () => psa,
    rules: async () => CONNECTWISE_RULES,
    // The second look comes after the end.
    sleep: async () => {},
  });
  const flags = { discussion: false, internal: false, resolution: true };

  async function bare(ticketId: number): Promise<void> {
    await Promise.all([psa.getTicket(ticketId, signal), psa.newestNotes(ticketId, 25, signal)]);
    const text = `${MARKDOWN.resolve}\nRef: 7F3K-2QX`;
    const { id } = await psa.addNote(ticketId, { text, flags, notify: false }, signal);
    await psa.getNote(ticketId, id, signal);
    await psa.listStatuses(1, signal);
    await psa.setStatus(ticketId, 19, signal);
    await psa.getTicket(ticketId, signal);
  }

  try {
    const ours: number[] = [];
    const floor: number[] = [];
    for (let run = 0; run < RUNS + WARM_UP; run += 1) {
      const [ticket, other] = [60_000 + 2 * run, 60_001 + 2 * run];
      for (const id of [ticket, other]) fake.addTicket({ id, summary: 'Bench', status_id: 17 });
      const session_id = linkedSession(store, `${ticket}`, 'resolve');
      const started = performance.now();
      await posting.post({ session_id, kind: 'resolve', markdown: MARKDOWN.resolve });
      const posted = performance.now();
      await posting.settled();
      const again = performance.now();
      await bare(other);
      if (run < WARM_UP) continue;
      ours.push(posted - started);
      floor.push(performance.now() - again);
    }
    return [
      {
        what: 'posting, beyond the round trips to ConnectWise',
        measured: Math.max(0, median(ours) - median(floor)),
        unit: 'ms',
        floor: { what: 'the same requests bare', measured: median(floor) },
        bar: { kind: 'figure', at_most: 20 },
      },
    ];
  } finally {
    await fake.stop();
    store.close();
    dispose();
  }
}
