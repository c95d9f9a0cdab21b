import type { BackupInfo, StoreStatus } from '../../shared/domain/store-status.ts';
import { AppError } from '../../shared/errors.ts';
import { type MaintenanceTask, runMaintenance } from '../sessions/index.ts';
import { deleteData } from './delete-data.ts';
import { exportData } from './export-data.ts';
import type { DataParts } from './parts.ts';
import { requireQuiet } from './require-quiet.ts';

/** Calls about the data as a whole. What takes long runs on a thread of its own. */
export interface DataService {
  backups(): Promise<BackupInfo[]>;
  backUp(): Promise<BackupInfo>;
  /** `CONFLICT` while a note is on its way or an answer is being written. */
  restore(file: string): Promise<StoreStatus>;
  /** Puts a backup in the place of a file that cannot be opened. Does nothing where one is open. */
  recover(file: string): Promise<StoreStatus>;
  /** Null when the person thought better of it. */
  exportAll(signal: AbortSignal): Promise<{ folder: string; sessions: number } | null>;
  /** `CONFLICT` while a note is on its way or an answer is being written. */
  deleteAll(): Promise<StoreStatus>;
}

export function createDataService(parts: DataParts): DataService {
  const { store, search, workers, log } = parts;
  let replacing = false;

  const run = <Task extends MaintenanceTask>(task: Task, backup = '') =>
    runMaintenance({ worker: workers.maintenance, task, file: store.status().file, backup });

  /** Makes a backup ready to be put in place; all that takes long. */
  async function prepare(file: string): Promise<void> {
    const wrong = await run('prepare_restore', file);
    if (wrong !== null) throw new AppError('NOT_FOUND', wrong);
  }

  /** Of the calls that put another store in the place of this one, one at a time. */
  async function alone<Result>(work: () => Promise<Result>): Promise<Result> {
    if (replacing) {
      throw new AppError('CONFLICT', 'This is under way already. Wait for its end.');
    }
    replacing = true;
    try {
      return await work();
    } finally {
      replacing = false;
    }
  }

  return {
    backups: () => run('list_backups'),
    async backUp() {
      // Throws while there is no store: a file that is damaged is not worth a backup.
      store.current();
      const file = await run('back_up');
      const made = (await run('list_backups')).find((backup) => backup.file === file);
      if (made !== undefined) return made;
      throw new AppError(
        'STORE_UNAVAILABLE',
        'The backup was made but cannot be read again. Check the disk, and make another one elsewhere.',
      );
    },
    restore: (file) =>
      alone(async () => {
        requireQuiet(parts);
        await prepare(file);
        await run('empty_journal').catch((error: unknown) =>
          log.warn(`session file: its journal is left for the closing: ${String(error)}`),
        );
        await search.close();
        requireQuiet(parts);
        return store.restorePrepared();
      }),
    recover: (file) =>
      alone(async () => {
        const isOpen = () => store.status().state === 'ready';
        if (!isOpen()) await prepare(file);
        return isOpen() ? store.status() : store.restorePrepared();
      }),
    exportAll: (signal) => exportData(parts, signal),
    deleteAll: () => alone(() => deleteData(parts)),
  };
}
