import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { app, nativeTheme } from 'electron';
import type { EventPayload } from '../../shared/contract/index.ts';
import * as copilot from '../copilot/index.ts';
import * as credentials from '../credentials/index.ts';
import * as ipc from '../ipc/index.ts';
import * as psa from '../psa/index.ts';
import * as secrets from '../secrets/index.ts';
import * as sessions from '../sessions/index.ts';
import * as settings from '../settings/index.ts';
import type { Home } from '../shell/home.ts';
import * as shell from '../shell/index.ts';

/** The settings' library is large, and the first view does without it. */
const SETTINGS_PAUSE_MILLISECONDS = 200;

/**
 * What the other parts stand on: log, events, settings, store, keys, and the two services outside.
 * Nothing here waits: the settings are a promise, the store is opened by the caller.
 */
export function layGround(home: Home) {
  const guard = secrets.createSecretGuard();
  const log = secrets.redactingLog(shell.openLog(home.logs), guard.redactKnown);
  const bus = ipc.createEventBus((error) => log.error('an event listener failed', error));
  const { publish } = bus;

  /** A keychain that does not answer is told where somebody asks; here there is nothing to tell. */
  function tell<Name extends 'ai.changed' | 'psa.changed'>(
    name: Name,
    status: Promise<EventPayload<Name>>,
  ) {
    status.then((payload) => publish(name, payload)).catch((error) => log.warn(String(error)));
  }

  const { isPackaged: packaged } = app;
  const places = shell.policyPlaces({ ...process, packaged });
  const policy = settings.readPolicy(shell.readPolicyFile(places, packaged));
  for (const problem of policy.problems) log.warn(`policy file ${policy.file}: ${problem}`);

  const preferences = setTimeout(SETTINGS_PAUSE_MILLISECONDS)
    .then(() => import('../shell/settings-file.ts'))
    .then(({ openSettingsFile }) => {
      const service = settings.createSettings({
        backing: openSettingsFile(home.root, 'settings', log),
        policy,
        onChange: (changed) => {
          nativeTheme.themeSource = changed.theme;
          publish('settings.changed', changed);
          tell('ai.changed', ai.status());
          tell('psa.changed', connection.status());
        },
      });
      nativeTheme.themeSource = service.get().theme;
      return service;
    });
  const currentSettings = async () => (await preferences).get();

  const store = ipc.createStoreAccess({ folder: home.data, log, publish });
  const search = sessions.createSearchClient({
    worker: workerFile('search-worker'),
    file: join(home.data, 'resolutionflow.db'),
    log,
  });
  const keychain = credentials.createCredentials({
    keychain: credentials.openKeytarKeychain,
    log,
    onSecret: guard.remember,
  });
  const ai = copilot.createAiAccess({
    keys: keychain,
    settings: currentSettings,
    fetch: shell.fetchOverSystemNetwork,
    onChange: (status) => publish('ai.changed', status),
  });
  const account = copilot.createAiAccount({
    usage: () => store.current().usage,
    settings: currentSettings,
    log,
  });
  const connection = psa.createPsaAccess({
    keys: keychain,
    settings: currentSettings,
    connect: (wanted) =>
      psa.openConnectWise({
        ...wanted,
        fetch: shell.fetchOverSystemNetwork,
        fetchOnFreshConnection: shell.fetchOnFreshConnection,
      }),
    onChange: (status) => publish('psa.changed', status),
  });
  return {
    home,
    guard,
    log,
    bus,
    publish,
    preferences,
    currentSettings,
    store,
    search,
    keychain,
    ai,
    account,
    connection,
    desktop: shell.createDesktop(home),
  };
}

export type Ground = ReturnType<typeof layGround>;

/** A worker's bundle, which stands beside the main process's own. */
export function workerFile(name: 'search-worker' | 'maintenance-worker' | 'export-worker'): URL {
  return new URL(`./${name}.js`, import.meta.url);
}
