import { app, type BrowserWindow, dialog, shell } from 'electron';
import type { Log } from '../../shared/log.ts';
import { createPageWatch, type PageWatch } from './page-watch.ts';
import { isRecoveryUrl, type RecoveryWish, recoveryUrl, wishOf } from './recovery-page.ts';
import { restartApp } from './restart.ts';

/** Joins the watch over the page to its window, and the recovery page's links to what they do. */
export function watchWindow(
  window: BrowserWindow,
  options: {
    readonly logs: string;
    /** None yet while the parts are loaded. */
    readonly log: () => Pick<Log, 'error'> | undefined;
  },
): PageWatch {
  const { webContents: contents } = window;
  const watch = createPageWatch(
    {
      reload: () => contents.reload(),
      showRecovery(trouble) {
        void contents.loadURL(recoveryUrl(trouble));
        window.show();
      },
      end: () => contents.forcefullyCrashRenderer(),
      giveUp: () => void offerRestart(),
    },
    options.log,
  );

  contents.on('render-process-gone', (_, { reason }) => {
    if (reason !== 'clean-exit') watch.gone();
  });
  // Who looks into the page with the developer tools may stop it for as long as they like.
  contents.on('unresponsive', () => contents.isDevToolsOpened() || watch.unresponsive());
  contents.on('responsive', () => watch.responsive());
  window.on('close', () => watch.close());

  const fulfil: Readonly<Record<RecoveryWish, () => void>> = {
    restart: () => restartApp(),
    'without-graphics': () => restartApp({ graphics: false }),
    logs: () => void shell.openPath(options.logs),
  };
  // The earliest of the events for it: the guards refuse the navigation in this one.
  contents.on('will-frame-navigate', (event) => {
    if (!isRecoveryUrl(contents.getURL())) return;
    event.preventDefault();
    const wish = wishOf(event.url);
    if (wish !== undefined) fulfil[wish]();
  });

  watch.loading();
  return watch;
}

async function offerRestart(): Promise<void> {
  const { response } = await dialog.showMessageBox({
    type: 'error',
    title: 'ResolutionFlow',
    message: 'ResolutionFlow cannot draw its window',
    detail:
      'Nothing that was saved is lost. Start again without graphics acceleration; if that does not help, restart the computer or update its graphics driver.',
    buttons: ['Start without graphics acceleration', 'Quit'],
    defaultId: 0,
    cancelId: 1,
  });
  if (response === 0) restartApp({ graphics: false });
  else app.quit();
}
