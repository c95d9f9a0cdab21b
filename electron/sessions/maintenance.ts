import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { writeBackup } from './backups.ts';
import { openForReading } from './connection.ts';
import { type IntegrityReport, integrityCheck } from './integrity.ts';

/** Work on the whole file that takes seconds where the file is large. */
export interface MaintenanceTasks {
  check(file: string): IntegrityReport;
  /** Answers the backup's file. */
  back_up(file: string): string;
}

export type MaintenanceTask = keyof MaintenanceTasks;

/** The tasks themselves, each on a read-only connection, so that the store goes on being written. */
export const maintenanceTasks: MaintenanceTasks = {
  check: integrityCheck,
  back_up(file) {
    const connection = openForReading(file);
    try {
      return writeBackup(connection, join(file, '..', 'backups'), Date.now());
    } finally {
      connection.close();
    }
  },
};

export interface MaintenanceOptions<Task extends MaintenanceTask> {
  /** The worker's script, `maintenance-worker`. */
  readonly worker: URL;
  readonly task: Task;
  /** The database file. */
  readonly file: string;
}

/** Runs a task on a thread of its own, which ends with it. Rejects with what stopped the task. */
export function runMaintenance<Task extends MaintenanceTask>({
  worker: script,
  task,
  file,
}: MaintenanceOptions<Task>): Promise<ReturnType<MaintenanceTasks[Task]>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { workerData: { task, file }, name: `maintenance: ${task}` });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The thread ended with ${code}.`)));
    worker.unref();
  });
}
