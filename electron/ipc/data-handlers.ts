import type { dataCalls } from '../../shared/contract/data-calls.ts';
import type { HandlersOf } from './router.ts';
import type { Services } from './services.ts';

/** Calls about the data as a whole: backups, export, the end of it. */
export function dataHandlers({ data }: Services): HandlersOf<typeof dataCalls> {
  return {
    'data.backups': async () => (await data()).backups(),
    'data.backUp': async () => (await data()).backUp(),
    'data.restore': async ({ file }) => (await data()).restore(file),
    'data.export': async (_, { signal }) => (await data()).exportAll(signal),
    'data.deleteAll': async () => (await data()).deleteAll(),
  };
}
