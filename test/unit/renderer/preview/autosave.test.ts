import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAutosave } from '../../../../renderer/preview/autosave.ts';

describe('autosave', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('saves the newest value once typing pauses, and says so only then', async () => {
    const save = vi.fn(async () => {});
    const autosave = createAutosave<string>({ save });
    expect(autosave.status.state).toBe('untouched');
    autosave.change('a');
    autosave.change('ab');
    expect(autosave.status.state).toBe('saving');
    expect(save).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(400);
    expect(save.mock.calls).toEqual([['ab']]);
    expect(autosave.status.state).toBe('saved');
  });

  it('saves within a second of steady typing', async () => {
    const save = vi.fn(async (_text: string) => {});
    const autosave = createAutosave<string>({ save });
    for (let at = 0; at < 10; at += 1) {
      autosave.change(`text ${at}`);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(save).toHaveBeenCalledTimes(1);
  });

  it('never runs two saves at once and ends with the newest value', async () => {
    let runningNow = 0;
    let most = 0;
    const kept: string[] = [];
    const autosave = createAutosave<string>({
      save: async (text) => {
        runningNow += 1;
        most = Math.max(most, runningNow);
        await new Promise((resolve) => setTimeout(resolve, 1_000));
        runningNow -= 1;
        kept.push(text);
      },
    });
    autosave.change('first');
    await vi.advanceTimersByTimeAsync(500);
    autosave.change('second');
    autosave.change('third');
    await vi.advanceTimersByTimeAsync(3_000);
    expect(kept).toEqual(['first', 'third']);
    expect(most).toBe(1);
  });

  it('flushes at once, and waits for the save that runs', async () => {
    const kept: string[] = [];
    const autosave = createAutosave<string>({
      save: async (text) => {
        await new Promise((resolve) => setTimeout(resolve, 50));
        kept.push(text);
      },
    });
    expect(await autosave.flush()).toBe(true);
    autosave.change('a');
    const flushed = autosave.flush();
    autosave.change('ab');
    await vi.advanceTimersByTimeAsync(100);
    expect(await flushed).toBe(true);
    expect(kept).toEqual(['a', 'ab']);
  });

  it('keeps what could not be saved, tells it, and tries again with the next change', async () => {
    const save = vi.fn(async (_text: string) => {});
    save.mockRejectedValueOnce(new Error('disk full'));
    const autosave = createAutosave<string>({ save });
    autosave.change('precious');
    expect(await autosave.flush()).toBe(false);
    expect(autosave.status).toMatchObject({ state: 'failed' });
    expect(await autosave.flush()).toBe(true);
    expect(save.mock.calls).toEqual([['precious'], ['precious']]);
    expect(autosave.status.state).toBe('saved');
  });

  it('prefers the newer value after a failure', async () => {
    const save = vi.fn(async (_text: string) => {});
    save.mockRejectedValueOnce(new Error('busy'));
    const autosave = createAutosave<string>({ save });
    autosave.change('old');
    await autosave.flush();
    autosave.change('new');
    await vi.advanceTimersByTimeAsync(400);
    expect(save).toHaveBeenLastCalledWith('new');
  });

  it('tells its listeners until they leave', async () => {
    const autosave = createAutosave<string>({ save: async () => {} });
    const listener = vi.fn();
    const stop = autosave.subscribe(listener);
    autosave.change('a');
    await vi.advanceTimersByTimeAsync(400);
    expect(listener).toHaveBeenCalledTimes(2);
    stop();
    autosave.change('b');
    expect(listener).toHaveBeenCalledTimes(2);
  });
});
