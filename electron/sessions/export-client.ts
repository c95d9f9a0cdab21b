import { Worker } from 'node:worker_threads';
import type { ExportOptions } from './export.ts';

type ExportTask = Omit<ExportOptions, 'onProgress'>;

/** What the thread is given. It ends by itself once `stop` holds another number than 0. */
export type ExportOnThread = ExportTask & { readonly stop: Int32Array };

export interface ExportProgress {
  readonly done: number;
  readonly total: number;
}

export type ExportAnswer =
  | ({ readonly kind: 'progress' } & ExportProgress)
  | { readonly kind: 'done'; readonly sessions: number };

/**
 * Exports on a thread of its own, and answers how many sessions there were. Rejects with what stopped
 * it, and when the signal aborts; what it wrote until then is the caller's to remove.
 */
export function runExport({
  worker: script,
  onProgress,
  signal,
  ...task
}: ExportTask & {
  /** The worker's script, `export-worker`. */
  readonly worker: URL;
  readonly onProgress: (progress: ExportProgress) => void;
  readonly signal: AbortSignal;
}): Promise<number> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    // Not by ending the thread from outside: in the middle of SQLite's work that can take the app along.
    const flag = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const workerData: ExportOnThread = { ...task, stop: flag };
    const worker = new Worker(script, { workerData, name: 'export' });
    let stopped: unknown;
    const stop = () => {
      stopped = signal.reason;
      Atomics.store(flag, 0, 1);
    };
    signal.addEventListener('abort', stop, { once: true });
    worker.on('message', (answer: ExportAnswer) => {
      if (answer.kind === 'done') {
        if (stopped === undefined) resolve(answer.sessions);
      } else onProgress({ done: answer.done, total: answer.total });
    });
    worker.once('error', (error) => {
      if (stopped === undefined) reject(error);
    });
    worker.once('exit', (code) => {
      signal.removeEventListener('abort', stop);
      // Not sooner: until then the thread may still write.
      reject(stopped ?? new Error(`The thread ended with ${code}.`));
    });
  });
}
