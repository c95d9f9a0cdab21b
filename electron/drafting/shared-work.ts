import { AppError } from '../../shared/errors.ts';

/** Work that several callers may wait for at once. */
export interface SharedWork<Result> {
  /**
   * Joins the work under way for a key, or starts it. A caller that aborts leaves alone, with
   * `CANCELLED`; the work itself is aborted when nobody waits for it any more.
   */
  join(
    key: string,
    start: (signal: AbortSignal) => Promise<Result>,
    signal: AbortSignal | undefined,
  ): Promise<Result>;
}

interface Running<Result> {
  readonly result: Promise<Result>;
  readonly abort: () => void;
  waiting: number;
}

export function createSharedWork<Result>(): SharedWork<Result> {
  const running = new Map<string, Running<Result>>();

  function begin(key: string, start: (signal: AbortSignal) => Promise<Result>): Running<Result> {
    const controller = new AbortController();
    const work: Running<Result> = {
      waiting: 0,
      abort: () => controller.abort(cancelled()),
      result: start(controller.signal).finally(() => {
        if (running.get(key) === work) running.delete(key);
      }),
    };
    running.set(key, work);
    return work;
  }

  return {
    async join(key, start, signal) {
      if (signal?.aborted) throw cancelled();
      const work = running.get(key) ?? begin(key, start);
      work.waiting += 1;
      let onAbort = () => {};
      const aborted = new Promise<never>((_, reject) => {
        onAbort = () => reject(cancelled());
      });
      signal?.addEventListener('abort', onAbort, { once: true });
      try {
        return await Promise.race([work.result, aborted]);
      } finally {
        signal?.removeEventListener('abort', onAbort);
        work.waiting -= 1;
        if (work.waiting === 0 && running.get(key) === work) {
          running.delete(key);
          work.result.catch(() => undefined);
          work.abort();
        }
      }
    },
  };
}

function cancelled(): AppError {
  return new AppError('CANCELLED', 'Stopped.');
}
