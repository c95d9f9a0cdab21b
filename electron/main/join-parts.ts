import { setTimeout } from 'node:timers/promises';
import { app } from 'electron';
import type { Log } from '../../shared/log.ts';
import * as ipc from '../ipc/index.ts';
import * as sessions from '../sessions/index.ts';
import type { Home } from '../shell/home.ts';
import * as shell from '../shell/index.ts';
import type { Starts } from '../shell/starts.ts';
import { focusWindow } from '../shell/window.ts';
import { type Ground, layGround, workerFile } from './ground.ts';
import { joinNotes, type Notes } from './notes.ts';
import { joinOnDemand } from './on-demand.ts';

/** Updates are looked for when the start is long over. */
const UPDATES_PAUSE_MILLISECONDS = 5_000;

/** What the window's start hands over. */
export interface Beginning {
  readonly home: Home;
  readonly starts: Starts;
  /** Told at once, so that also what goes wrong later in the joining is logged. */
  readonly onLog: (log: Log) => void;
}

/** Joins the parts, and opens the store. Answers the router, for which the page's calls wait. */
export function joinParts({ home, starts, onLog }: Beginning): ipc.Router {
  const ground = layGround(home);
  const { guard, log, bus, publish, preferences, store, search, ai, account, desktop } = ground;
  onLog(log);
  logWhatFails(log);
  const links = shell.createOpenedLinks({ log, tell: () => publish('link.opened', {}) });
  const notes = joinNotes(ground, (session_id) => {
    focusWindow();
    links.receive({ state: 'link', link: { kind: 'session', session_id } });
  });
  const { previews, posting } = notes;
  const { report, ...onDemand } = joinOnDemand(ground, notes);

  const handlers = ipc.createHandlers({
    store,
    search,
    previews,
    posting,
    psa: ground.connection,
    settings: preferences,
    credentials: ground.keychain,
    ai,
    account,
    ...onDemand,
    secrets: guard,
    desktop,
    window: { takeLink: links.take, report },
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
      onDemand.copilot.sessionChanged(payload.session_id);
    }
  });
  store.open();
  if (home.demo && store.status().state === 'ready' && store.current().sessions.count() === 0) {
    sessions.addSampleSessions(store.current());
  }
  joinMenu(ground);
  starts.forEach((args) => {
    if (links.receive(shell.linkAmong(args))) focusWindow();
  });
  shell.registerLinks();
  void setTimeout(UPDATES_PAUSE_MILLISECONDS, undefined, { ref: false })
    .then(onDemand.updates)
    .catch((error) => log.warn(`updates: ${String(error)}`));
  endWithTheApp(ground, notes, onDemand.copilot.close);
  log.info(`started ${app.getVersion()} on Electron ${process.versions.electron}`);
  return ipc.createRouter({ handlers, log, redact: guard.redactKnown });
}

function logWhatFails(log: Log): void {
  process.on('uncaughtException', (error) => log.error('uncaught exception', error));
  process.on('unhandledRejection', (reason) => log.error('unhandled rejection', reason));
  app.on('render-process-gone', (_, __, { reason }) => log.error(`page process: ${reason}`));
}

/** The menu, and the spell checking that both it and the settings switch. */
function joinMenu({ bus, publish, preferences, desktop }: Ground): void {
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
  bus.subscribe((name, payload) => {
    if (name === 'settings.changed' && 'spell_check' in payload) {
      showSpellCheck(payload.spell_check);
    }
  });
  void preferences.then((set) => showSpellCheck(set.get().spell_check));
}

/** Starts what runs by the clock, and ends it and all else with the app. */
function endWithTheApp(ground: Ground, { posting }: Notes, closeCopilot: () => void): void {
  const { store, search, log } = ground;
  const worker = workerFile('maintenance-worker');
  const callOffMaintenance = ipc.scheduleMaintenance({ store, search, worker, log });
  const callOffOutbox = ipc.scheduleOutbox(posting, log);
  app.on('will-quit', () => {
    callOffMaintenance();
    callOffOutbox();
    closeCopilot();
    void shell.forgetCopiedSecret();
    void posting.close();
    void search.close();
    store.close();
  });
}

function platformName(): 'windows' | 'macos' | 'linux' {
  if (process.platform === 'win32') return 'windows';
  return process.platform === 'darwin' ? 'macos' : 'linux';
}
