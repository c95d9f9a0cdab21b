import { BrowserWindow, session } from 'electron';
import { APP_PAGE } from './app-protocol.ts';

/** Deletes what Chromium keeps for the page, and loads the page anew. */
export async function forgetPage(): Promise<void> {
  const windows = BrowserWindow.getAllWindows();
  // The page writes what was typed and not sent as it goes, so it goes first.
  await Promise.all(windows.map((window) => window.loadURL('about:blank')));
  await session.defaultSession.clearStorageData();
  await session.defaultSession.clearCache();
  await Promise.all(windows.map((window) => window.loadURL(APP_PAGE)));
}
