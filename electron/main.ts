import nodeModule from 'node:module';
import { join } from 'node:path';
import { app, dialog } from 'electron';
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
 * The start. What stands outside functions must run before Electron is ready. The window opens first;
 * the parts are loaded, and joined in main/, once its page has its script, for until then Chromium
 * needs this process to bring up the page. So only what the window needs is imported above.
 */

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
      makeRouter: () => makeRouter(starts),
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

async function makeRouter(starts: Starts): Promise<Router> {
  const { joinParts } = await import('./main/join-parts.ts');
  const router = joinParts({
    home,
    starts,
    onLog(log) {
      openedLog = log;
    },
  });
  app.on('activate', () => {
    if (!focusWindow()) openMainWindow();
  });
  app.on('window-all-closed', () => app.quit());
  return router;
}

function failToStart(error: unknown): void {
  dialog.showErrorBox(
    'ResolutionFlow cannot start',
    `Nothing was changed. Install it again, or send this to support: ${String(error)}`,
  );
  app.exit(1);
}
