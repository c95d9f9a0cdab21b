import type { updateCalls } from '../../shared/contract/update-calls.ts';
import type { HandlersOf } from './router.ts';
import type { Services } from './services.ts';

/** Calls about newer versions of the app. */
export function updateHandlers({ updates }: Services): HandlersOf<typeof updateCalls> {
  return {
    'updates.state': async () => (await updates()).state(),
    'updates.check': async () => (await updates()).check(),
    'updates.download': async () => (await updates()).download(),
    'updates.cancel': async () => (await updates()).cancel(),
    'updates.install': async () => (await updates()).install(),
    'updates.saved': async ({ request, all }) => {
      (await updates()).pageSaved(request, all);
      return {};
    },
  };
}
