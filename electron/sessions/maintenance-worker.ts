import { parentPort, workerData } from 'node:worker_threads';
import { type MaintenanceTask, maintenanceTasks } from './maintenance.ts';

/** A thread for one task on the whole file; an error ends it and reaches who started it. */
const { task, file, backup } = workerData as {
  readonly task: MaintenanceTask;
  readonly file: string;
  readonly backup: string;
};
parentPort?.postMessage(maintenanceTasks[task](file, backup));
