import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { _electron, type ElectronApplication } from 'playwright';
import { launchOptions } from '../runtime/launch-options.ts';
import { blankPage } from './blank-window.ts';
import type { BenchRow } from './row.ts';
import { seedSessions } from './seed.ts';
import { median } from './statistics.ts';

const RUNS = 5;

/** Settling time before memory is read: late work of a start is done by then. */
const IDLE_MILLISECONDS = 4_000;

/** The working set of all processes of the idle app, beside a blank window's. */
export async function benchWorkingSet(): Promise<BenchRow[]> {
  const home = mkdtempSync(join(tmpdir(), 'resolutionflow-bench-'));
  const blankHome = mkdtempSync(join(tmpdir(), 'resolutionflow-bench-blank-'));
  try {
    seedSessions(join(home, 'data'), { sessions: 1_000, messagesEach: 5, factsEach: 5 });
    const ours: number[] = [];
    const blank: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      ours.push(await withSessionOpen(home));
      blank.push(await blankPage(blankHome, (_, app) => workingSet(app)));
    }
    return [
      {
        what: 'working set of all processes, idle, one session open',
        measured: median(ours),
        unit: 'MB',
        floor: { what: 'a blank window', measured: median(blank) },
        bar: { kind: 'ratio', at_most: 1.4 },
      },
    ];
  } finally {
    rmSync(home, { recursive: true, force: true });
    rmSync(blankHome, { recursive: true, force: true });
  }
}

async function withSessionOpen(home: string): Promise<number> {
  const app = await _electron.launch(await launchOptions({ home }));
  try {
    const page = await app.firstWindow();
    await page.waitForFunction(() => document.documentElement.dataset.ready === 'true');
    await page.getByRole('region', { name: 'Sessions' }).locator('[data-row="0"]').click();
    return await workingSet(app);
  } finally {
    await app.close();
  }
}

/** Megabytes of all processes of an idle app, as Electron's own metrics count them. */
async function workingSet(app: ElectronApplication): Promise<number> {
  await setTimeout(IDLE_MILLISECONDS);
  const kilobytes = await app.evaluate(({ app: electronApp }) =>
    electronApp.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0),
  );
  return kilobytes / 1024;
}
