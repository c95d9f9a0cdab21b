import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { chromium, type Page } from 'playwright';
import { type LaunchOptions, launchOptions } from '../runtime/launch-options.ts';
import { blankLaunchOptions } from './blank-window.ts';
import type { BenchRow } from './row.ts';
import { seedSessions } from './seed.ts';
import { median } from './statistics.ts';

/** Starts that fill disk and code caches, as on any machine where the app is in use. */
const WARM_UPS = 2;
const RUNS = 11;

/** A start is over by then. It is not watched before: who looks on takes part in it, and slows it. */
const LEFT_ALONE_MILLISECONDS = 3_500;

const CLOSING_MILLISECONDS = 5_000;

/** Start-up with 1,000 sessions on file, beside a blank window's. */
export async function benchStartUp(): Promise<BenchRow[]> {
  const home = mkdtempSync(join(tmpdir(), 'resolutionflow-bench-'));
  const blankHome = mkdtempSync(join(tmpdir(), 'resolutionflow-bench-blank-'));
  try {
    seedSessions(join(home, 'data'), { sessions: 1_000, messagesEach: 5, factsEach: 5 });
    const ours: number[] = [];
    const blank: number[] = [];
    for (let run = -WARM_UPS; run < RUNS; run += 1) {
      const app = await start(await launchOptions({ home }), listInteractive);
      const floor = await start(await blankLaunchOptions(blankHome), loaded);
      if (run < 0) continue;
      ours.push(app);
      blank.push(floor);
    }
    return [
      {
        what: 'process start to the session list interactive, 1,000 sessions on file',
        measured: median(ours),
        unit: 'ms',
        floor: { what: 'a blank window', measured: median(blank) },
        bar: { kind: 'ratio', at_most: 1.5 },
      },
    ];
  } finally {
    rmSync(home, { recursive: true, force: true });
    rmSync(blankHome, { recursive: true, force: true });
  }
}

/** Milliseconds from the start of the process to what `moment` answers, in milliseconds since 1970. */
async function start(
  { executablePath, args, env }: LaunchOptions,
  moment: (page: Page) => Promise<number>,
): Promise<number> {
  const spawned = Date.now();
  const app = spawn(executablePath, ['--remote-debugging-port=0', ...args], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(app, 'exit');
  try {
    const address = debuggingAddress(app);
    await setTimeout(LEFT_ALONE_MILLISECONDS);
    const browser = await chromium.connectOverCDP(await address);
    const page = browser.contexts()[0]?.pages()[0];
    if (page === undefined) throw new Error('The app opened no window.');
    const taken = (await moment(page)) - spawned;
    // As a technician ends it: after a sudden end the next start checks the database first.
    const session = await browser.newBrowserCDPSession();
    await session.send('Browser.close').catch(() => 'gone before it could answer');
    await Promise.race([ended, setTimeout(CLOSING_MILLISECONDS)]);
    return taken;
  } finally {
    app.kill();
    await ended;
  }
}

/** Chromium tells on stderr where it can be reached. */
function debuggingAddress({ stderr }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let told = '';
    stderr?.on('data', (text) => {
      told += text;
      const address = /DevTools listening on (ws:\S+)/.exec(told)?.[1];
      if (address !== undefined) resolve(address);
    });
    stderr?.on('close', () => reject(new Error(`The app did not start: ${told}`)));
  });
}

async function listInteractive(page: Page): Promise<number> {
  await page.waitForFunction(() => document.documentElement.dataset.ready === 'true');
  return page.evaluate(() => {
    const [mark] = performance.getEntriesByName('session-list-interactive');
    return performance.timeOrigin + (mark?.startTime ?? Number.NaN);
  });
}

async function loaded(page: Page): Promise<number> {
  await page.waitForLoadState('load');
  return page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation');
    return performance.timeOrigin + (navigation as PerformanceNavigationTiming).loadEventEnd;
  });
}
