import { parentPort, workerData } from 'node:worker_threads';
import { exportEverything } from './export.ts';
import type { ExportAnswer, ExportTask } from './export-client.ts';

/** A thread for one export; an error ends it and reaches who started it. */
const tell = (answer: ExportAnswer) => parentPort?.postMessage(answer);
/** How often progress is told, at most: each word of it wakes the main process. */
const TELL_MILLISECONDS = 100;
let told = 0;
const sessions = exportEverything({
  ...(workerData as ExportTask),
  onProgress(done, total) {
    const now = performance.now();
    if (now - told < TELL_MILLISECONDS && done < total) return;
    told = now;
    tell({ kind: 'progress', done, total });
  },
});
tell({ kind: 'done', sessions });
