import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { BackupInfo } from '../../shared/domain/store-status.ts';
import { goodBackups, writeBackup } from './backups.ts';
import { openForReading, openForWriting } from './connection.ts';
import { type IntegrityReport, integrityCheck } from './integrity.ts';
import { storePaths } from './paths.ts';
import { OpeningFailure } from './problem.ts';
import { prepareRestore } from './recover.ts';

/** Work on the whole file that takes seconds where the file is large. */
export interface MaintenanceTasks {
  check(file: string): IntegrityReport;
  /** Answers the backup's file. */
  back_up(file: string): string;
  /** Those that open and are sound, newest first. */
  list_backups(file: string): BackupInfo[];
  /**
   * Copies a backup, checks the copy and brings it up to date, so that putting it in place is all that
   * is left; answers what is wrong in words, or null.
   */
  prepare_restore(file: string, backup: string): string | null;
  /**
   * Writes what stands in the journal into a file that is in use, so that closing it, which somebody
   * waits for, has next to nothing left to write.
   */
  empty_journal(file: string): void;
}

export type MaintenanceTask = keyof MaintenanceTasks;

/** The tasks themselves. None holds up the store, which goes on being written. */
export const maintenanceTasks: MaintenanceTasks = {
  check: integrityCheck,
  back_up(file) {
    const connection = openForReading(file);
    try {
      return writeBackup(connection, storePaths(dirname(file)).backups, Date.now());
    } finally {
      connection.close();
    }
  },
  list_backups: (file) => goodBackups(storePaths(dirname(file)).backups),
  prepare_restore(file, backup) {
    try {
      prepareRestore(backup, storePaths(dirname(file)));
      return null;
    } catch (error) {
      // The words of an error of ours would not survive the way out of the thread.
      if (error instanceof OpeningFailure && error.told !== undefined) return error.told;
      throw error;
    }
  },
  empty_journal(file) {
    const connection = openForWriting(file);
    try {
      connection.pragma('wal_checkpoint(PASSIVE)');
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
  /** The backup, for a task about one. */
  readonly backup?: string;
}

/** Runs a task on a thread of its own, which ends with it. Rejects with what stopped the task. */
export function runMaintenance<Task extends MaintenanceTask>({
  worker: script,
  task,
  file,
  backup = '',
}: MaintenanceOptions<Task>): Promise<ReturnType<MaintenanceTasks[Task]>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, {
      workerData: { task, file, backup },
      name: `maintenance: ${task}`,
    });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The thread ended with ${code}.`)));
    worker.unref();
  });
}
