/** What the foot of the sheet says about the draft. */
export type SaveStatus =
  | { readonly state: 'untouched' }
  | { readonly state: 'saving' }
  | { readonly state: 'saved' }
  | { readonly state: 'failed'; readonly error: unknown };

export interface Autosave<Value> {
  readonly status: SaveStatus;
  /** Takes the newest value; it is saved a moment later. */
  change(value: Value): void;
  /** Saves at once what is not saved yet. True when everything is kept. */
  flush(): Promise<boolean>;
  /** For the end of the page: sends what is not saved yet without waiting for a save under way. */
  leave(): void;
  /** Calls back when `status` changes; returns the function that stops it. */
  subscribe(listener: () => void): () => void;
}

export interface AutosaveOptions<Value> {
  readonly save: (value: Value) => Promise<void>;
  /** Quiet time after the last change. */
  readonly delayMs?: number;
  /** Longest time that steady typing can put a save off. */
  readonly maxDelayMs?: number;
}

const UNTOUCHED: SaveStatus = { state: 'untouched' };
const SAVING: SaveStatus = { state: 'saving' };
const SAVED: SaveStatus = { state: 'saved' };

/**
 * Saves a value as it changes: one save at a time, always of the newest value, never later than
 * `maxDelayMs`. A failed save keeps the value and is tried again with the next change or flush.
 */
export function createAutosave<Value>(options: AutosaveOptions<Value>): Autosave<Value> {
  const { save, delayMs = 400, maxDelayMs = 800 } = options;
  const listeners = new Set<() => void>();
  let status = UNTOUCHED;
  let waiting: { readonly value: Value } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let deadline = 0;
  let running: Promise<boolean> | undefined;

  function setStatus(next: SaveStatus) {
    if (next === status) return;
    status = next;
    for (const listener of listeners) listener();
  }

  function plan() {
    const now = Date.now();
    if (timer === undefined) deadline = now + maxDelayMs;
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), Math.max(0, Math.min(delayMs, deadline - now)));
  }

  async function run(): Promise<boolean> {
    while (waiting !== undefined) {
      const taken = waiting;
      waiting = undefined;
      setStatus(SAVING);
      try {
        await save(taken.value);
      } catch (error) {
        // A newer value wins; otherwise this one waits for the next try.
        waiting ??= taken;
        setStatus({ state: 'failed', error });
        return false;
      }
    }
    setStatus(SAVED);
    return true;
  }

  function flush(): Promise<boolean> {
    clearTimeout(timer);
    timer = undefined;
    if (running !== undefined) return running;
    if (waiting === undefined) return Promise.resolve(true);
    running = run().finally(() => {
      running = undefined;
    });
    return running;
  }

  return {
    get status() {
      return status;
    },
    change(value) {
      waiting = { value };
      setStatus(SAVING);
      plan();
    },
    flush,
    leave() {
      if (waiting !== undefined) void save(waiting.value).catch(() => undefined);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
