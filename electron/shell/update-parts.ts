import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';
import type { UpdateStatus } from '../../shared/domain/update.ts';
import type { Log } from '../../shared/log.ts';
import {
  downloadPage,
  type Feed,
  installationOf,
  readFeed,
  type UpdateSource,
} from '../updates/index.ts';
import type { Home } from './home.ts';

/** What the app's own site offers. */
const HOME_PAGE = 'https://resolutionflow.com/download';

/** What the updates need to know of this installation and can ask of its shell. */
export interface UpdateParts {
  readonly currentVersion: string;
  readonly byHand: UpdateStatus['by_hand'];
  readonly openSource: (() => Promise<UpdateSource>) | null;
  /** Whether there is a page that could hold something unsaved. */
  readonly hasPage: () => boolean;
}

/** Finds out how this app was installed and where its updates come from; electron-updater is loaded later. */
export function findUpdateParts(options: { readonly home: Home; readonly log: Log }): UpdateParts {
  const { home, log } = options;
  // Written by the builder; an unpackaged app has one only where somebody tries updates out.
  const feedFile = app.isPackaged
    ? join(process.resourcesPath, 'app-update.yml')
    : join(app.getAppPath(), 'dev-app-update.yml');
  const feed = feedIn(feedFile);
  // A named home holds everything; otherwise the system has a place for what can be fetched again.
  const cache = app.getPath('userData') === home.root ? null : join(home.root, 'updates');
  const installation = installationOf({
    platform: process.platform,
    env: process.env,
    executable: process.execPath,
    isFile: (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false,
  });
  return {
    currentVersion: app.getVersion(),
    byHand:
      installation.kind === 'by_hand'
        ? { words: installation.words, link: downloadPage(feed, HOME_PAGE) }
        : null,
    openSource:
      feed &&
      (async () => {
        const { openUpdater } = await import('./updater.ts');
        return openUpdater({ installation, feed, feedFile, cache, log });
      }),
    hasPage: () => BrowserWindow.getAllWindows().some((window) => !window.isDestroyed()),
  };
}

function feedIn(file: string): Feed | null {
  try {
    return readFeed(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
