import nodeModule from 'node:module';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { app, dialog, nativeTheme } from 'electron';
import type { EventPayload } from '../shared/contract/index.ts';
import type { Router } from './ipc/index.ts';
import { registerAppScheme, serveApp } from './shell/app-protocol.ts';
import { denySessionRequests, installGuards } from './shell/guards.ts';
import { chooseHome } from './shell/home.ts';
import { answerCalls } from './shell/ipc-transport.ts';
import { focusWindow, openWindow } from './shell/window.ts';

/*
 * The composition root: makes the parts, joins them, opens the window. What stands outside functions
 * must run before Electron is ready. The window opens first; the parts are loaded and joined when its
 * page makes the first call, for until then Chromium needs this process to bring up the page. So only
 * what the window needs is imported above.
 */

/** The settings' library is large, and the first view does without it. */
const SETTINGS_PAUSE_MILLISECONDS = 200;

app.setName('ResolutionFlow');
// Electron ends every child process when both are set, and root on Linux can only run without.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
registerAppScheme();
installGuards();
const home = chooseHome(process.argv, process.env.RESOLUTIONFLOW_HOME);
// Compiled code of the parts is kept between starts; older runtimes do without.
nodeModule.enableCompileCache?.(join(home.root, 'code-cache'));

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', focusWindow);
  void app.whenReady().then(() => {
    serveApp(join(import.meta.dirname, '../renderer'));
    denySessionRequests();
    answerCalls(() => loadParts().then(start), failToStart);
    openMainWindow();
  });
} else {
  app.quit();
}

function openMainWindow(): void {
  openWindow({
    preload: join(import.meta.dirname, '../preload/preload.cjs'),
    stateFile: join(home.root, 'window.json'),
  });
}

async function loadParts() {
  const [copilot, credentials, ipc, psa, secrets, sessions, settings, shell] = await Promise.all([
    import('./copilot/index.ts'),
    import('./credentials/index.ts'),
    import('./ipc/index.ts'),
    import('./psa/index.ts'),
    import('./secrets/index.ts'),
    import('./sessions/index.ts'),
    import('./settings/index.ts'),
    import('./shell/index.ts'),
  ]);
  return { copilot, credentials, ipc, psa, secrets, sessions, settings, shell };
}

type Parts = Awaited<ReturnType<typeof loadParts>>;

/** Makes the parts and joins them. Answers the router, for which the page's first calls wait. */
function start(parts: Parts): Router {
  const { copilot, credentials, ipc, psa, secrets, sessions, settings, shell } = parts;
  const guard = secrets.createSecretGuard();
  const log = secrets.redactingLog(shell.openLog(home.logs), guard.redactKnown);
  process.on('uncaughtException', (error) => log.error('uncaught exception', error));
  process.on('unhandledRejection', (reason) => log.error('unhandled rejection', reason));
  app.on('render-process-gone', (_, __, { reason }) => log.error(`page process: ${reason}`));
  const bus = ipc.createEventBus((error) => log.error('an event listener failed', error));
  const { publish } = bus;

  /** A keychain that does not answer is told where somebody asks; here there is nothing to tell. */
  function tell<Name extends 'ai.changed' | 'psa.changed'>(
    name: Name,
    status: Promise<EventPayload<Name>>,
  ) {
    status.then((payload) => publish(name, payload)).catch((error) => log.warn(String(error)));
  }

  const preferences = setTimeout(SETTINGS_PAUSE_MILLISECONDS)
    .then(() => import('./shell/settings-file.ts'))
    .then(({ openSettingsFile }) => {
      const service = settings.createSettings({
        backing: openSettingsFile(home.root, 'settings', log),
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

  const store = ipc.createStoreAccess({ folder: home.data, log, publish });
  const search = sessions.createSearchClient({
    worker: new URL('./search-worker.js', import.meta.url),
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
    settings: async () => (await preferences).get(),
    fetch: shell.fetchOverSystemNetwork,
    onChange: (status) => publish('ai.changed', status),
  });
  const previews = ipc.createLazyPreviews(async () => {
    const drafting = await import('./drafting/index.ts');
    const generator = drafting.createClaudeGenerator({
      open: (kind) =>
        copilot.openModel(ai, kind === 'resolve' ? 'resolution_note' : 'escalation_package'),
    });
    return drafting.createPreviews({
      store: store.current,
      ai: { state: async () => (await ai.status()).state, generator },
      secrets: guard,
      log,
      onProgress: ipc.createProgressTeller(publish),
    });
  });
  const connection = psa.createPsaAccess({
    keys: keychain,
    settings: async () => (await preferences).get(),
    connect: (wanted) =>
      psa.openConnectWise({
        ...wanted,
        fetch: shell.fetchOverSystemNetwork,
        fetchOnFreshConnection: shell.fetchOnFreshConnection,
      }),
    onChange: (status) => publish('psa.changed', status),
  });
  const posting = psa.createPosting({
    store: store.current,
    check: previews.check,
    shown: previews.shown,
    psa: connection.current,
    rules: async () => {
      const set = (await preferences).get();
      return {
        statuses: set.connectwise_statuses,
        discussion_too: set.connectwise_discussion_too,
        notify: set.connectwise_notify,
      };
    },
    onProgress: (progress) => publish('posting.progress', progress),
    onStatusChangedLater: (change) => publish('posting.statusChangedLater', change),
    onSettled: ({ session_id }) => {
      ipc.sessionChanged({ store, publish, log }, session_id);
      publish('outbox.changed', {});
    },
    log,
  });
  const desktop = shell.createDesktop(home);
  const handlers = ipc.createHandlers({
    store,
    search,
    previews,
    posting,
    psa: connection,
    settings: preferences,
    credentials: keychain,
    ai,
    secrets: guard,
    desktop,
    publish,
    log,
    addSamples: sessions.addSampleSessions,
    info: () => ({
      version: app.getVersion(),
      platform: platformName(),
      home: home.root,
      demo: home.demo,
      copilot_configured: false,
      psa_configured: false,
    }),
  });
  bus.subscribe(shell.sendToWindows);
  bus.subscribe((name) => {
    if (name === 'psa.changed') posting.connectionChanged();
  });
  store.open();
  if (home.demo && store.status().state === 'ready' && store.current().sessions.count() === 0) {
    sessions.addSampleSessions(store.current());
  }
  shell.installMenu({ publish, openFolder: desktop.openFolder });
  const callOffMaintenance = ipc.scheduleMaintenance({
    store,
    search,
    worker: new URL('./maintenance-worker.js', import.meta.url),
    log,
  });

  const callOffOutbox = ipc.scheduleOutbox(posting, log);

  app.on('activate', () => {
    if (!focusWindow()) openMainWindow();
  });
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', () => {
    callOffMaintenance();
    callOffOutbox();
    void posting.close();
    void search.close();
    store.close();
  });
  log.info(`started ${app.getVersion()} on Electron ${process.versions.electron}`);
  return ipc.createRouter({ handlers, log, redact: guard.redactKnown });
}

function failToStart(error: unknown): void {
  dialog.showErrorBox(
    'ResolutionFlow cannot start',
    `Nothing was changed. Install it again, or send this to support: ${String(error)}`,
  );
  app.exit(1);
}

function platformName(): 'windows' | 'macos' | 'linux' {
  if (process.platform === 'win32') return 'windows';
  return process.platform === 'darwin' ? 'macos' : 'linux';
}
