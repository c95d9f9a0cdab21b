/** Passes values on, at most one in a stretch of time. */
export interface Throttle<Value> {
  /** The first goes on at once, a later one when its time has come; of several that wait, the last. */
  put(value: Value): void;
  /** Passes on at once, and lets go of what waits. */
  flush(value: Value): void;
  stop(): void;
}

/** Holds values back so that what is done with each is not done more often than every `wait` milliseconds. */
export function createThrottle<Value>(wait: number, pass: (value: Value) => void): Throttle<Value> {
  let last = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let next: { readonly value: Value } | undefined;

  function stop() {
    clearTimeout(timer);
    timer = undefined;
    next = undefined;
  }

  function flush(value: Value) {
    stop();
    last = performance.now();
    pass(value);
  }

  return {
    put(value) {
      const left = last + wait - performance.now();
      if (left <= 0 && timer === undefined) return flush(value);
      next = { value };
      timer ??= setTimeout(() => next && flush(next.value), left);
    },
    flush,
    stop,
  };
}
