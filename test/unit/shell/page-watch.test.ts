import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPageWatch } from '../../../electron/shell/page-watch.ts';
import { createTestLog } from '../../fixtures/log.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function watched() {
  const done: string[] = [];
  const log = createTestLog();
  const watch = createPageWatch(
    {
      reload: () => done.push('reload'),
      showRecovery: (trouble) => done.push(`recovery: ${trouble}`),
      end: () => done.push('end'),
      giveUp: () => done.push('give up'),
    },
    () => log,
  );
  watch.loading();
  return { watch, done, log };
}

describe('the watch over the page', () => {
  it('does nothing about a page that works', () => {
    const { watch, done } = watched();
    vi.advanceTimersByTime(19_000);
    watch.spoke();
    vi.advanceTimersByTime(3_600_000);
    expect(done).toEqual([]);
  });

  it('loads a page that died again, once, then shows the recovery page', () => {
    const { watch, done, log } = watched();
    watch.spoke();
    watch.gone();
    watch.spoke();
    vi.advanceTimersByTime(30_000);
    watch.gone();
    expect(done).toEqual(['reload', 'recovery: gone']);
    expect(log.lines).toHaveLength(2);
    vi.advanceTimersByTime(3_600_000);
    expect(done).toHaveLength(2);
  });

  it('takes a death long after the last one for a new one', () => {
    const { watch, done } = watched();
    for (let hour = 0; hour < 3; hour += 1) {
      watch.spoke();
      vi.advanceTimersByTime(3_600_000);
      watch.gone();
    }
    expect(done).toEqual(['reload', 'reload', 'reload']);
  });

  it('is not told healthy by calls, but by time', () => {
    const { watch, done } = watched();
    watch.spoke();
    watch.gone();
    for (let second = 0; second < 61; second += 1) {
      watch.spoke();
      vi.advanceTimersByTime(1_000);
    }
    watch.gone();
    expect(done).toEqual(['reload', 'reload']);
  });

  it('ends a page that never makes a call, twice', () => {
    const { watch, done } = watched();
    vi.advanceTimersByTime(20_000);
    expect(done).toEqual(['end']);
    watch.gone();
    vi.advanceTimersByTime(20_000);
    // This time there is no process that could be ended, and so nobody tells.
    vi.advanceTimersByTime(3_000);
    expect(done).toEqual(['end', 'reload', 'end', 'recovery: silent']);
  });

  it('waits for a page that hangs before it ends it', () => {
    const { watch, done } = watched();
    watch.spoke();
    watch.unresponsive();
    vi.advanceTimersByTime(10_000);
    watch.responsive();
    vi.advanceTimersByTime(60_000);
    expect(done).toEqual([]);
    watch.unresponsive();
    vi.advanceTimersByTime(15_000);
    expect(done).toEqual(['end']);
    watch.gone();
    expect(done).toEqual(['end', 'reload']);
  });

  it('gives up where the recovery page dies as well', () => {
    const { watch, done } = watched();
    watch.gone();
    watch.gone();
    watch.gone();
    watch.gone();
    expect(done).toEqual(['reload', 'recovery: gone', 'give up']);
  });

  it('leaves a window alone that closes', () => {
    const { watch, done } = watched();
    watch.close();
    watch.gone();
    vi.advanceTimersByTime(60_000);
    expect(done).toEqual([]);
  });
});
