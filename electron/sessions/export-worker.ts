import { parentPort, workerData } from 'node:worker_threads';
import { exportEverything } from './export.ts';
import type { ExportAnswer, ExportOnThread } from './export-client.ts';

/** A thread for one export; an error ends it and reaches who started it. */
const tell = (answer: ExportAnswer) => parentPort?.postMessage(answer);
/** How often progress is told, at most: each word of it wakes the main process. */
const TELL_MILLISECONDS = 100;
let told = 0;
const { stop, ...task } = workerData as ExportOnThread;
const sessions = exportEverything({
  ...task,
  onProgress(done, total) {
    if (Atomics.load(stop, 0) !== 0) throw new Error('The export was stopped.');
    const now = performance.now();
    if (now - told < TELL_MILLISECONDS && done < total) return;
    told = now;
    tell({ kind: 'progress', done, total });
  },
});
tell({ kind: 'done', sessions });
