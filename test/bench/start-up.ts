import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication } from 'playwright';
import { resolveElectronRuntime } from '../runtime/electron-runtime.ts';
import { launchOptions } from '../runtime/launch-options.ts';
import type { BenchRow } from './row.ts';
import { seedSessions } from './seed.ts';
import { median } from './statistics.ts';

/** Starts that fill disk and code caches, as on any machine where the app is in use. */
const WARM_UPS = 2;
const RUNS = 9;
const BLANK_APP = join(import.meta.dirname, 'blank-app');

/** Settling time before memory is read: late work of a start is done by then. */
const IDLE_MILLISECONDS = 4_000;

interface Sample {
  readonly start: number;
  readonly memory: number;
}

/** Start-up with 1,000 sessions on file and the idle working set, each beside a blank window's. */
export async function benchStartUp(): Promise<BenchRow[]> {
  const home = mkdtempSync(join(tmpdir(), 'resolutionflow-bench-'));
  const blankHome = mkdtempSync(join(tmpdir(), 'resolutionflow-bench-blank-'));
  try {
    seedSessions(join(home, 'data'), { sessions: 1_000, messagesEach: 5, factsEach: 5 });
    const ours: Sample[] = [];
    const blank: Sample[] = [];
    for (let run = -WARM_UPS; run < RUNS; run += 1) {
      const pair = { ours: await sampleApp(home), blank: await sampleBlank(blankHome) };
      if (run < 0) continue;
      ours.push(pair.ours);
      blank.push(pair.blank);
    }
    const of = (samples: Sample[], name: keyof Sample) => median(samples.map((s) => s[name]));
    return [
      {
        what: 'process start to the session list interactive, 1,000 sessions on file',
        measured: of(ours, 'start'),
        unit: 'ms',
        floor: { what: 'a blank window', measured: of(blank, 'start') },
        bar: { kind: 'ratio', at_most: 1.5 },
      },
      {
        what: 'working set of all processes, idle, one session open',
        measured: of(ours, 'memory'),
        unit: 'MB',
        floor: { what: 'a blank window', measured: of(blank, 'memory') },
        bar: { kind: 'ratio', at_most: 1.4 },
      },
    ];
  } finally {
    rmSync(home, { recursive: true, force: true });
    rmSync(blankHome, { recursive: true, force: true });
  }
}

async function sampleApp(home: string): Promise<Sample> {
  const options = await launchOptions({ home });
  const spawned = Date.now();
  const app = await _electron.launch(options);
  try {
    const page = await app.firstWindow();
    await page.waitForFunction(() => document.documentElement.dataset.ready === 'true');
    const ready = await page.evaluate(() => {
      const [mark] = performance.getEntriesByName('session-list-interactive');
      return performance.timeOrigin + (mark?.startTime ?? Number.NaN);
    });
    await page.getByRole('region', { name: 'Sessions' }).locator('[data-row="0"]').click();
    return { start: ready - spawned, memory: await workingSet(app) };
  } finally {
    await app.close();
  }
}

async function sampleBlank(home: string): Promise<Sample> {
  const { executable, leadingArgs } = await resolveElectronRuntime();
  const options = {
    executablePath: executable,
    args: [...leadingArgs, BLANK_APP],
    env: (await launchOptions({ home })).env,
  };
  const spawned = Date.now();
  const app = await _electron.launch(options);
  try {
    const page = await app.firstWindow();
    await page.waitForLoadState('load');
    const loaded = await page.evaluate(() => {
      const [navigation] = performance.getEntriesByType('navigation');
      return performance.timeOrigin + (navigation as PerformanceNavigationTiming).loadEventEnd;
    });
    return { start: loaded - spawned, memory: await workingSet(app) };
  } finally {
    await app.close();
  }
}

/** Megabytes of all processes of an idle app, as Electron's own metrics count them. */
async function workingSet(app: ElectronApplication): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, IDLE_MILLISECONDS));
  const kilobytes = await app.evaluate(({ app: electronApp }) =>
    electronApp.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0),
  );
  return kilobytes / 1024;
}
