import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  createGeneration,
  isUnderWay,
  type NoteProgress,
  type Wish,
} from '../../../../renderer/preview/generation.ts';
import type { Preview } from '../../../../shared/domain/note.ts';
import { AppError } from '../../../../shared/errors.ts';
import { somePreview } from './some-preview.ts';

const note = (markdown: string, stateVersion = 1) =>
  somePreview(markdown, { state_version: stateVersion });

function news(stateVersion: number, markdown: string): NoteProgress {
  return {
    session_id: 1,
    kind: 'resolve',
    state_version: stateVersion,
    step: 'writing',
    started_at: 0,
    output_tokens: 12,
    markdown,
  };
}

function askedByHand() {
  const calls: {
    readonly wish: Wish;
    readonly signal: AbortSignal;
    readonly answer: (preview: Preview) => Promise<void>;
    readonly fail: (error: unknown) => Promise<void>;
  }[] = [];
  const generation = createGeneration(
    (wish, signal) =>
      new Promise((resolve, reject) => {
        const settled = async (settle: () => void) => {
          settle();
          await new Promise((done) => setTimeout(done, 0));
        };
        calls.push({
          wish,
          signal,
          answer: (preview) => settled(() => resolve(preview)),
          fail: (error) => settled(() => reject(error)),
        });
      }),
  );
  const call = (at: number) => {
    const found = calls[at];
    if (found === undefined) throw new Error(`there was no call ${at}`);
    return found;
  };
  return { generation, calls, call };
}

describe('the making of a note', () => {
  it('follows the session, and lets the older question go', async () => {
    const { generation, call } = askedByHand();
    generation.follow(1);
    generation.follow(2);
    expect(call(0).signal.aborted).toBe(true);
    await call(1).answer(note('new', 2));
    await call(0).answer(note('old', 1));
    expect(generation.state).toEqual({ preview: note('new', 2), work: { phase: 'idle' } });
  });

  it('shows how far it is, but never the progress of an older version', () => {
    const { generation } = askedByHand();
    generation.follow(5);
    generation.progress(news(4, 'stale'));
    expect(generation.state.work).toMatchObject({ phase: 'running', progress: undefined });
    generation.progress(news(5, '## Problem'));
    expect(generation.state.work).toMatchObject({ progress: { markdown: '## Problem' } });
  });

  it('keeps the finished note while a new one is made, stopped or fails', async () => {
    const { generation, call } = askedByHand();
    generation.follow(1);
    await call(0).answer(note('first'));
    generation.again();
    expect(generation.state.preview?.markdown).toBe('first');
    generation.stop();
    expect(call(1).signal.aborted).toBe(true);
    expect(generation.state).toMatchObject({
      preview: { markdown: 'first' },
      work: { phase: 'stopped' },
    });
    await call(1).answer(note('too late'));
    expect(generation.state.preview?.markdown).toBe('first');

    generation.retry();
    expect(call(2).wish).toBe('again');
    const limit = new AppError('RATE_LIMITED', 'Wait a little.', { retry_at: 9 });
    await call(2).fail(limit);
    expect(generation.state).toMatchObject({
      preview: { markdown: 'first' },
      work: { phase: 'failed', error: limit },
    });
    generation.dismiss();
    expect(generation.state.work.phase).toBe('idle');
  });

  it('hands a note that was asked for to whoever asked, before anybody sees it', async () => {
    const { generation, call } = askedByHand();
    const order: string[] = [];
    generation.follow(1);
    await call(0).answer(note('first'));
    generation.subscribe(() => order.push(`shown ${generation.state.preview?.markdown}`));
    generation.local((fresh) => order.push(`taken ${fresh.markdown}`));
    expect(call(1).wish).toBe('local');
    await call(1).answer(note('second'));
    expect(order).toEqual(['shown first', 'taken second', 'shown second']);
  });

  it('goes on with the wish when the facts change meanwhile', async () => {
    const { generation, calls, call } = askedByHand();
    const taken = vi.fn();
    generation.follow(1);
    await call(0).answer(note('first'));
    generation.again(taken);
    generation.follow(2);
    expect(calls.map(({ wish }) => wish)).toEqual(['follow', 'again', 'again']);
    await call(1).answer(note('of version 1', 1));
    expect(taken).not.toHaveBeenCalled();
    await call(2).answer(note('of version 2', 2));
    expect(taken).toHaveBeenCalledExactlyOnceWith(note('of version 2', 2));
    generation.follow(3);
    expect(call(3).wish).toBe('follow');
  });

  it('counts an answer that was cancelled elsewhere as stopped', async () => {
    const { generation, call } = askedByHand();
    generation.follow(1);
    await call(0).fail(new AppError('CANCELLED', 'Stopped.'));
    expect(generation.state.work).toEqual({ phase: 'stopped', wish: 'follow' });
  });
});

describe('a note whose progress is not told', () => {
  afterEach(() => void vi.useRealTimers());

  it('is seen to be under way as soon as it takes long, so that it can be stopped', () => {
    vi.useFakeTimers();
    const { generation } = askedByHand();
    generation.follow(1);
    expect(isUnderWay(generation.state.work)).toBe(false);
    vi.advanceTimersByTime(300);
    expect(generation.state.work).toMatchObject({ phase: 'running', progress: undefined });
    expect(isUnderWay(generation.state.work)).toBe(true);
    generation.follow(2);
    expect(isUnderWay(generation.state.work)).toBe(true);
    generation.stop();
    vi.advanceTimersByTime(1_000);
    expect(generation.state.work).toEqual({ phase: 'stopped', wish: 'follow' });
  });

  it('shows nothing where it is there at once', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { generation, call } = askedByHand();
    const seen: boolean[] = [];
    generation.subscribe(() => seen.push(isUnderWay(generation.state.work)));
    generation.follow(1);
    const answered = call(0).answer(note('first'));
    await vi.advanceTimersByTimeAsync(400);
    await answered;
    expect(seen).toEqual([false, false]);
  });
});

describe('a new attempt', () => {
  it('hands the note to whoever asks now, and to nobody where it only follows', async () => {
    const { generation, call } = askedByHand();
    const [first, second] = [vi.fn(), vi.fn()];
    generation.follow(1);
    generation.stop();
    generation.retry(first);
    await call(1).answer(note('first'));
    generation.again(first);
    generation.stop();
    generation.retry(second);
    await call(3).answer(note('second'));
    expect(first).not.toHaveBeenCalled();
    expect(second).toHaveBeenCalledExactlyOnceWith(note('second'));
  });
});
