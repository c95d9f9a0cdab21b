import type { appCalls } from '../../shared/contract/app-calls.ts';
import type { HandlersOf } from './router.ts';
import type { Services } from './services.ts';

/** Calls about the app itself: what it is, its store, its settings, the desktop around it. */
export function appHandlers(services: Services): HandlersOf<typeof appCalls> {
  const { desktop, settings, store } = services;
  return {
    'app.info': () => services.info(),
    'credentials.storage': async () => ({ storage: await services.credentials.storage() }),
    'app.openHome': async ({ folder }) => ({ opened: await desktop.openFolder(folder) }),
    'app.openLink': async ({ url }) => ({ opened: await desktop.openLink(url) }),
    'app.copyText': ({ text }) => {
      desktop.copyText(text);
      return { copied: true };
    },
    'app.exportFile': async ({ suggested_name, text }) => ({
      file: await desktop.exportFile(suggested_name, text),
    }),
    'store.status': () => store.status(),
    'store.recover': async (action) => {
      await services.search.close();
      if (action.kind !== 'restore_backup') return store.recover(action);
      return (await services.data()).recover(action.file);
    },
    'settings.get': async () => (await settings).get(),
    'settings.update': async (changes) => (await settings).update(changes),
    'settings.status': async () => (await settings).status(),
    // The router answers this one itself, since only it knows the calls under way.
    'requests.cancel': () => ({ cancelled: false }),
  };
}
