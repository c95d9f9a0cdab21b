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
  /** Null when the person thought better of it. */
  exportAll(signal: AbortSignal): Promise<{ folder: string; sessions: number } | null>;
  /** `CONFLICT` while a note is on its way or an answer is being written. */
  deleteAll(): Promise<StoreStatus>;
}

export function createDataService(parts: DataParts): DataService {
  const { store, search, workers } = parts;
  let replacing = false;

  const run = <Task extends MaintenanceTask>(task: Task, backup = '') =>
    runMaintenance({ worker: workers.maintenance, task, file: store.current().file, backup });

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
        const wrong = await run('prepare_restore', file);
        if (wrong !== null) throw new AppError('NOT_FOUND', wrong);
        await search.close();
        requireQuiet(parts);
        return store.restorePrepared();
      }),
    exportAll: (signal) => exportData(parts, signal),
    deleteAll: () => alone(() => deleteData(parts)),
  };
}
