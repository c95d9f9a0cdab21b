import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright';
import { launchOptions } from '../runtime/launch-options.ts';
import type { BenchRow } from './row.ts';
import { openBenchStore } from './seed.ts';
import { median } from './statistics.ts';

const CALLS = 400;

/** A cached preview over the bridge, beside an empty call over the same bridge in turn. */
export async function benchBridge(): Promise<BenchRow[]> {
  const home = mkdtempSync(join(tmpdir(), 'resolutionflow-bench-'));
  try {
    const sessionId = seedOneSession(join(home, 'data'));
    const app = await _electron.launch(await launchOptions({ home }));
    try {
      const page = await app.firstWindow();
      await page.waitForFunction(() => document.documentElement.dataset.ready === 'true');
      const taken = await page.evaluate(measureInPage, { sessionId, calls: CALLS });
      return [
        {
          what: 'preview from the cache, over the bridge',
          measured: median(taken.preview),
          unit: 'ms',
          floor: { what: 'an empty call over the bridge', measured: median(taken.empty) },
          bar: { kind: 'ratio', at_most: 2 },
        },
      ];
    } finally {
      await app.close();
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** Runs in the page: both calls in turn, so that a slow moment of the machine hits both. */
async function measureInPage({ sessionId, calls }: { sessionId: number; calls: number }) {
  const { invoke } = window.resolutionFlow;
  const preview = () =>
    invoke('preview.get', { session_id: sessionId, kind: 'escalate', force: false });
  const empty = () => invoke('requests.cancel', { request_id: 'none' });
  await preview();
  const taken: { preview: number[]; empty: number[] } = { preview: [], empty: [] };
  for (let index = 0; index < calls; index += 1) {
    const started = performance.now();
    const answer = await preview();
    const between = performance.now();
    await empty();
    taken.preview.push(between - started);
    taken.empty.push(performance.now() - between);
    if (!answer.ok) throw new Error(answer.error.message);
  }
  return taken;
}

function seedOneSession(folder: string): number {
  const store = openBenchStore(folder);
  const session_id = store.sessions.create({
    title: 'Outlook asks for a password after the mailbox migration',
    intake: 'Outlook asks for the password again and again since the mailbox was moved.',
    domain: 'email',
    ticket_ref: null,
  }).id;
  for (let index = 0; index < 12; index += 1) {
    store.facts.add({
      session_id,
      text: `Observation ${index + 1}: the prompt comes back about ${index + 2} minutes after sign-in.`,
      source_type: 'diagnostic_check',
    });
  }
  store.close();
  return session_id;
}
