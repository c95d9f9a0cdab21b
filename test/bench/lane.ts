import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type Page } from 'playwright';
import { launchOptions } from '../runtime/launch-options.ts';
import { blankPage } from './blank-window.ts';
import type { BenchRow } from './row.ts';
import { openBenchStore } from './seed.ts';
import { median } from './statistics.ts';

const MESSAGES = 5_000;
const OPENINGS = 15;
const WARM_UP = 3;

/** So many frames are scrolled through, by so many pixels each, upwards from the newest message. */
const FRAMES = 300;
const STEP = 60;

const LONG = 'Five thousand messages';
const SHORT = 'Another session';

/** A session of 5,000 messages: how long it takes to open, and what scrolling it does to the frames. */
export async function benchLane(): Promise<BenchRow[]> {
  const home = mkdtempSync(join(tmpdir(), 'resolutionflow-bench-'));
  try {
    seedLongSession(join(home, 'data'));
    const blank = await blankPage(home, (page) =>
      page.evaluate(frameTimes, { frames: FRAMES, step: STEP, selector: 'body' }),
    );
    const app = await _electron.launch(await launchOptions({ home }));
    try {
      const page = await app.firstWindow();
      await page.waitForFunction(() => document.documentElement.dataset.ready === 'true');
      const opened = await openings(page);
      await openByPress(page, LONG);
      await page.waitForTimeout(1_000);
      const selector = '[role="log"]';
      const scrolled = await page.evaluate(frameTimes, { frames: FRAMES, step: STEP, selector });
      const usual = median(blank.frames);
      const dropped = ({ frames }: FrameTimes) => frames.filter((one) => one > 2 * usual).length;
      if (scrolled.travelled < (FRAMES * STEP) / 2) throw new Error('the lane did not scroll');
      return [
        {
          what: 'opening a session of 5,000 messages, press to painted',
          measured: median(opened),
          unit: 'ms',
          floor: null,
          bar: { kind: 'figure', at_most: 150 },
        },
        {
          what: `frames dropped while scrolling through it, of ${FRAMES}, beyond a blank window's`,
          measured: Math.max(0, dropped(scrolled) - dropped(blank)),
          unit: 'frames',
          floor: { what: 'dropped by a blank window', measured: dropped(blank) },
          bar: { kind: 'figure', at_most: 0 },
        },
      ];
    } finally {
      await app.close();
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** From the press in the list until the newest message was painted. */
async function openings(page: Page): Promise<number[]> {
  const taken: number[] = [];
  for (let run = -WARM_UP; run < OPENINGS; run += 1) {
    await openByPress(page, SHORT);
    const time = await openByPress(page, LONG);
    if (run >= 0) taken.push(time);
  }
  return taken;
}

function openByPress(page: Page, title: string): Promise<number> {
  return page.evaluate(async (wanted) => {
    const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
    const row = rows.find(({ textContent }) => textContent?.includes(wanted));
    if (row === undefined) throw new Error(`no session “${wanted}” in the list`);
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const started = performance.now();
    row.click();
    const isOpen = () => {
      const lane = document.querySelector('main[aria-label="Chat lane"]');
      if (lane === null) return false;
      const hasTitle = lane.querySelector('header')?.textContent?.includes(wanted) === true;
      return hasTitle && lane.querySelector('li[data-message]') !== null;
    };
    while (!isOpen()) await frame();
    // The frame after the one in which it stands there has painted it.
    await frame();
    return performance.now() - started;
  }, title);
}

interface FrameTimes {
  /** Milliseconds from one frame to the next. */
  readonly frames: number[];
  /** Pixels that were really scrolled. */
  readonly travelled: number;
}

/** Runs in the page: scrolls an element up a little in each frame, and measures the frames. */
function frameTimes({
  frames: count,
  step,
  selector,
}: {
  frames: number;
  step: number;
  selector: string;
}): Promise<FrameTimes> {
  const element = document.querySelector(selector);
  if (element === null) throw new Error(`nothing to scroll at ${selector}`);
  return new Promise((resolve) => {
    const frames: number[] = [];
    let travelled = 0;
    let last = 0;
    const onFrame = (now: number) => {
      if (last > 0) frames.push(now - last);
      last = now;
      if (frames.length === count) return resolve({ frames, travelled });
      const before = element.scrollTop;
      element.scrollTop -= step;
      travelled += Math.max(0, before - element.scrollTop);
      requestAnimationFrame(onFrame);
    };
    requestAnimationFrame(onFrame);
  });
}

function seedLongSession(folder: string): void {
  const store = openBenchStore(folder);
  const create = (title: string) =>
    store.sessions.create({ title, intake: 'Reported.', domain: 'email', ticket_ref: null }).id;
  const other = create(SHORT);
  store.messages.add({
    session_id: other,
    author: 'technician',
    body: 'Only this.',
    attachment_ids: [],
  });
  const session_id = create(LONG);
  store.transaction(() => {
    for (let index = 0; index < MESSAGES; index += 2) {
      const { id } = store.messages.add({
        session_id,
        author: 'technician',
        body: `Look ${index}: the prompt came back on DESK-${index % 200} after ${index % 60} minutes.`,
        attachment_ids: [],
      });
      const answer = store.messages.startAnswer({ session_id, reply_to: id });
      store.messages.keepAnswer(answer.id, { body: ANSWER, state: 'complete' });
    }
  });
  store.close();
}

/** As the copilot writes: a few sentences, a list, a block of code. */
const ANSWER = `That fits a **stale credential**. Two things tell most now:

1. Read the sign-in log for refused legacy sign-ins.
2. List the stored entries:

\`\`\`powershell
cmdkey /list | Select-String Office
\`\`\`

If there are entries from before the move, clear them and sign in again.`;
