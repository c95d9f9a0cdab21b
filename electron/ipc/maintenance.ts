import type { Log } from '../../shared/log.ts';
import { runMaintenance, type SearchClient } from '../sessions/index.ts';
import type { OpenableStore } from './store-access.ts';

/** Long after the window is usable, so that reading a large file does not slow the start. */
const DELAY_MILLISECONDS = 30_000;

/**
 * Checks and backs up a database that is too large for that while the app starts or quits; on a
 * thread, once per run. Returns the function that calls it off.
 */
export function scheduleMaintenance(options: {
  readonly store: OpenableStore;
  readonly search: Pick<SearchClient, 'close'>;
  readonly worker: URL;
  readonly log: Log;
}): () => void {
  const timer = setTimeout(() => void maintain(options), DELAY_MILLISECONDS);
  return () => clearTimeout(timer);
}

async function maintain({ store, search, worker, log }: Parameters<typeof scheduleMaintenance>[0]) {
  if (store.status().state !== 'ready') return;
  const { check_pending, backupDue, file } = store.current();
  try {
    if (check_pending) {
      const { ok, problems } = await runMaintenance({ worker, task: 'check', file });
      if (!ok) {
        log.error(`session file: ${problems.join('; ')}`);
        await search.close();
        store.recheck();
        return;
      }
    }
    if (backupDue()) await runMaintenance({ worker, task: 'back_up', file });
  } catch (error) {
    log.error('session file: maintenance failed', error);
  }
}
