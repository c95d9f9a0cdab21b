/** Waits that end when the server stops. */
export interface Timers {
  /** Resolves early, with false, where the server stops meanwhile. */
  sleep(milliseconds: number): Promise<boolean>;
  later(milliseconds: number, action: () => void): void;
  stop(): void;
}

export function createTimers(): Timers {
  const pending = new Map<NodeJS.Timeout, () => void>();
  function start(milliseconds: number, end: (elapsed: boolean) => void): void {
    const timer = setTimeout(() => {
      pending.delete(timer);
      end(true);
    }, milliseconds);
    pending.set(timer, () => end(false));
  }
  return {
    sleep: (milliseconds) => new Promise((resolve) => start(milliseconds, resolve)),
    later(milliseconds, action) {
      if (milliseconds === 0) return action();
      start(milliseconds, (elapsed) => {
        if (elapsed) action();
      });
    },
    stop() {
      for (const [timer, end] of pending) {
        clearTimeout(timer);
        end();
      }
      pending.clear();
    },
  };
}
