import nodeModule from 'node:module';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { app, dialog, nativeTheme } from 'electron';
import type { EventPayload } from '../shared/contract/index.ts';
import type { Log } from '../shared/log.ts';
import type { Router } from './ipc/index.ts';
import { registerAppScheme, serveApp } from './shell/app-protocol.ts';
import { cutPageNetwork, installGuards } from './shell/guards.ts';
import { chooseHome } from './shell/home.ts';
import { answerCalls } from './shell/ipc-transport.ts';
import type { PageWatch } from './shell/page-watch.ts';
import { becomeOnlyInstance, type Starts } from './shell/starts.ts';
import { focusWindow, openWindow } from './shell/window.ts';

/*
 * The composition root: makes the parts, joins them, opens the window. What stands outside functions
 * must run before Electron is ready. The window opens first; the parts are loaded and joined once its
 * page has its script, for until then Chromium needs this process to bring up the page. So only what
 * the window needs is imported above.
 */

/** The settings' library is large, and the first view does without it. */
const SETTINGS_PAUSE_MILLISECONDS = 200;

/** Updates are looked for later still. */
const UPDATES_PAUSE_MILLISECONDS = 5_000;

/** Earlier sessions that one search of the copilot brings. */
const SIMILAR_SESSIONS = 5;

app.setName('ResolutionFlow');
// Electron ends every child process when both are set, and root on Linux can only run without.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
registerAppScheme();
installGuards();
const home = chooseHome(process.argv, process.env.RESOLUTIONFLOW_HOME);
// Compiled code of the parts is kept between starts; older runtimes do without.
nodeModule.enableCompileCache?.(join(home.root, 'code-cache'));

/** Both come later than the window, and the window has to do without until then. */
let openedLog: Log | undefined;
let pageWatch: PageWatch | undefined;

const starts = becomeOnlyInstance(focusWindow);
if (starts !== null) {
  void app.whenReady().then(() => {
    const getReady = answerCalls({
      makeRouter: () => loadParts().then((parts) => start(parts, starts)),
      onCall: () => pageWatch?.spoke(),
      onFailure: failToStart,
    });
    serveApp(join(import.meta.dirname, '../renderer'), getReady);
    cutPageNetwork();
    openMainWindow();
  });
} else {
  app.quit();
}

function openMainWindow(): void {
  pageWatch = openWindow({
    preload: join(import.meta.dirname, '../preload/preload.cjs'),
    stateFile: join(home.root, 'window.json'),
    logs: home.logs,
    log: () => openedLog,
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
function start(parts: Parts, starts: Starts): Router {
  const { copilot, credentials, ipc, psa, secrets, sessions, settings, shell } = parts;
  const guard = secrets.createSecretGuard();
  const log = secrets.redactingLog(shell.openLog(home.logs), guard.redactKnown);
  openedLog = log;
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

  const { isPackaged: packaged } = app;
  const places = shell.policyPlaces({ ...process, packaged });
  const policy = settings.readPolicy(shell.readPolicyFile(places, packaged));
  for (const problem of policy.problems) log.warn(`policy file ${policy.file}: ${problem}`);

  const preferences = setTimeout(SETTINGS_PAUSE_MILLISECONDS)
    .then(() => import('./shell/settings-file.ts'))
    .then(({ openSettingsFile }) => {
      const service = settings.createSettings({
        backing: openSettingsFile(home.root, 'settings', log),
        policy,
        onChange: (changed) => {
          nativeTheme.themeSource = changed.theme;
          showSpellCheck(changed.spell_check);
          publish('settings.changed', changed);
          tell('ai.changed', ai.status());
          tell('psa.changed', connection.status());
        },
      });
      nativeTheme.themeSource = service.get().theme;
      showSpellCheck(service.get().spell_check);
      return service;
    });

  const maintenanceWorker = new URL('./maintenance-worker.js', import.meta.url);
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
  const account = copilot.createAiAccount({
    usage: () => store.current().usage,
    settings: async () => (await preferences).get(),
    log,
  });
  const previews = ipc.createLazyPreviews(async () => {
    const drafting = await import('./drafting/index.ts');
    const generator = drafting.createClaudeGenerator({
      open: (kind, session_id) =>
        copilot.openModel(ai, kind === 'resolve' ? 'resolution_note' : 'escalation_package', {
          session_id,
          account,
        }),
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
    onStatusChangedLater(change) {
      publish('posting.statusChangedLater', change);
      shell.notify(shell.statusNews(change), showSession);
    },
    onSettled(settled) {
      const { session_id } = settled;
      ipc.sessionChanged({ store, publish, log }, session_id);
      publish('outbox.changed', {});
      const left = posting.outbox().find((item) => item.session_id === session_id);
      shell.notify(shell.newsOf(settled, left), showSession);
    },
    log,
  });
  const desktop = shell.createDesktop(home);
  const links = shell.createOpenedLinks({ log, tell: () => publish('link.opened', {}) });
  function showSession(session_id: number) {
    focusWindow();
    links.receive({ state: 'link', link: { kind: 'session', session_id } });
  }
  const openScripts = once(async () => {
    const { createScriptService } = await import('./scripts/index.ts');
    const service = createScriptService({ store: store.current, secrets: guard, desk: desktop });
    bus.subscribe((name, payload) => {
      if (name === 'session.changed' && 'session_id' in payload) {
        service.sessionChanged(payload.session_id);
      }
    });
    return service;
  });
  const openData = once(async () => {
    const { createDataService } = await import('./data/index.ts');
    return createDataService({
      store,
      search,
      isPosting: posting.isPosting,
      settings: preferences,
      removeKeys: async () => {
        for (const name of credentials.CREDENTIAL_NAMES) await keychain.remove(name);
      },
      forgetPage: shell.forgetPage,
      say: (message) => void dialog.showMessageBox({ type: 'warning', message }),
      chooseFolder: desktop.chooseFolder,
      onExportProgress: (progress) => publish('data.exported', progress),
      folders: {
        data: home.data,
        logs: home.logs,
        others: ['window.json', 'code-cache', 'updates'].map((name) => join(home.root, name)),
      },
      workers: {
        maintenance: maintenanceWorker,
        export: new URL('./export-worker.js', import.meta.url),
      },
      log,
    });
  });
  const chat = ipc.createLazyCopilot(async () => {
    const [{ createCopilot }, { unsupportedNames }, scripts] = await Promise.all([
      copilot.loadChat(),
      import('./drafting/index.ts'),
      openScripts(),
    ]);
    return createCopilot({
      store: store.current,
      ai,
      account,
      secrets: guard,
      templates: { list: scripts.list, problems: scripts.validate },
      similar: (session_id, query, signal) =>
        query === null
          ? search.similarTo(session_id, SIMILAR_SESSIONS, signal)
          : search.similarToText(query, { except: session_id, limit: SIMILAR_SESSIONS, signal }),
      unsupported: unsupportedNames,
      tell: {
        progress: (progress) => publish('copilot.progress', progress),
        ended: (ended) => publish('copilot.ended', ended),
        changed: (session_id) => ipc.sessionChanged({ store, publish, log }, session_id),
      },
      log,
    });
  });
  async function makeReport(): Promise<string> {
    const diagnostics = await import('./diagnostics/index.ts');
    const log_file = shell.logFile(home.logs);
    return diagnostics.makeReport({
      app: () => shell.appFacts(home.demo),
      names: () => shell.localNames(home.root),
      home: home.root,
      folders: { database: home.data, backups: home.backups, logs: home.logs },
      logs: [log_file, ...shell.olderLogs(log_file)],
      store: store.status,
      check: async (file) => ({
        version: sessions.schemaVersion(file),
        ...(await sessions.runMaintenance({ worker: maintenanceWorker, task: 'check', file })),
      }),
      settings: async () => (await preferences).get(),
      keychain: keychain.storage,
      ai: ai.status,
      psa: connection.status,
      redact: guard.redactAll,
    });
  }
  const openUpdates = once(async () => {
    const [{ createUpdates, isWriteBackUnderWay }, { findUpdateParts }] = await Promise.all([
      import('./updates/index.ts'),
      import('./shell/update-parts.ts'),
    ]);
    const { hasPage, ...found } = findUpdateParts({ home, log });
    const updates = createUpdates({
      ...found,
      settings: async () => (await preferences).get(),
      isPosting: () => isWriteBackUnderWay(posting),
      tellPage(request) {
        publish('updates.saving', { request });
        return hasPage();
      },
      onChange: (status) => publish('updates.changed', status),
      log,
    });
    bus.subscribe((name) => {
      if (name === 'settings.changed') updates.settingsChanged();
    });
    app.on('will-quit', updates.close);
    return updates;
  });
  void setTimeout(UPDATES_PAUSE_MILLISECONDS, undefined, { ref: false })
    .then(openUpdates)
    .catch((error) => log.warn(`updates: ${String(error)}`));
  const handlers = ipc.createHandlers({
    store,
    search,
    previews,
    posting,
    psa: connection,
    settings: preferences,
    credentials: keychain,
    ai,
    account,
    copilot: chat,
    data: openData,
    scripts: openScripts,
    updates: openUpdates,
    secrets: guard,
    desktop,
    window: { takeLink: links.take, report: makeReport },
    publish,
    log,
    addSamples: sessions.addSampleSessions,
    info: () => ({
      version: app.getVersion(),
      platform: platformName(),
      home: home.root,
      demo: home.demo,
      clock_warning: shell.clockWarning(Date.now()),
    }),
  });
  bus.subscribe(shell.sendToWindows);
  bus.subscribe((name, payload) => {
    if (name === 'psa.changed') posting.connectionChanged();
    if (name === 'session.changed' && 'session_id' in payload) {
      chat.sessionChanged(payload.session_id);
    }
  });
  store.open();
  if (home.demo && store.status().state === 'ready' && store.current().sessions.count() === 0) {
    sessions.addSampleSessions(store.current());
  }
  const menu = shell.installMenu({
    publish,
    openFolder: desktop.openFolder,
    onSpellCheck(on) {
      void preferences.then(async (set) => {
        await shell.switchSpellCheck(set, on);
        menu.showSpellCheck(set.get().spell_check);
      });
    },
  });
  function showSpellCheck(on: boolean) {
    shell.setSpellCheck(on);
    menu.showSpellCheck(on);
  }
  starts.forEach((args) => {
    if (links.receive(shell.linkAmong(args))) focusWindow();
  });
  shell.registerLinks();
  const callOffMaintenance = ipc.scheduleMaintenance({
    store,
    search,
    worker: maintenanceWorker,
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
    chat.close();
    void shell.forgetCopiedSecret();
    void posting.close();
    void search.close();
    store.close();
  });
  log.info(`started ${app.getVersion()} on Electron ${process.versions.electron}`);
  return ipc.createRouter({ handlers, log, redact: guard.redactKnown });
}

/** Runs `load` when it is first asked for, and never again unless it failed. */
function once<Result>(load: () => Promise<Result>): () => Promise<Result> {
  let loading: Promise<Result> | undefined;
  return () => {
    loading ??= load().catch((failure: unknown) => {
      loading = undefined;
      throw failure;
    });
    return loading;
  };
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
