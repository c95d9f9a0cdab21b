import { parentPort, workerData } from 'node:worker_threads';
import { exportEverything } from './export.ts';
import type { ExportAnswer, ExportTask } from './export-client.ts';

/** A thread for one export; an error ends it and reaches who started it. */
const tell = (answer: ExportAnswer) => parentPort?.postMessage(answer);
const sessions = exportEverything({
  ...(workerData as ExportTask),
  onProgress: (done, total) => tell({ kind: 'progress', done, total }),
});
tell({ kind: 'done', sessions });
