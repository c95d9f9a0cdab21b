import { BrowserWindow, nativeTheme, screen } from 'electron';
import { APP_PAGE } from './app-protocol.ts';
import { readWindowState, writeWindowState } from './window-state.ts';

const MINIMUM = { width: 800, height: 560 };
const FIRST_SIZE = { width: 1280, height: 800 };

/** Behind the page until it has painted, so that a dark window never flashes white. */
const BACKGROUND = { light: '#f6f7f9', dark: '#0f141b' };

/**
 * Opens the app's one window where it was left, or centred where that place no longer exists. The
 * start waits for it, so this file and what it imports stay small.
 */
export function openWindow(options: {
  readonly preload: string;
  /** The file that keeps the window's place. */
  readonly stateFile: string;
}): void {
  const { preload, stateFile } = options;
  const kept = readWindowState(stateFile, MINIMUM);
  const place = kept !== undefined && isOnScreen(kept) ? kept : undefined;
  // Until the settings are read the theme of the last time stands, so that nothing flashes.
  nativeTheme.themeSource = kept?.theme ?? 'system';

  const window = new BrowserWindow({
    ...(place ? { x: place.x, y: place.y, width: place.width, height: place.height } : FIRST_SIZE),
    minWidth: MINIMUM.width,
    minHeight: MINIMUM.height,
    title: 'ResolutionFlow',
    autoHideMenuBar: true,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      // Chromium would fetch its dictionaries from a host of its own.
      spellcheck: false,
    },
  });
  if (place?.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => {
    writeWindowState(stateFile, {
      ...window.getNormalBounds(),
      maximized: window.isMaximized(),
      theme: nativeTheme.themeSource,
    });
  });
  reloadWhenGone(window);
  void window.loadURL(APP_PAGE);
}

/** Brings the window to the front; false where there is none. */
export function focusWindow(): boolean {
  const [window] = BrowserWindow.getAllWindows();
  if (window === undefined) return false;
  if (window.isMinimized()) window.restore();
  window.focus();
  return true;
}

const RELOAD_PAUSE_MILLISECONDS = 5_000;

/** A page whose process died is loaded again; once in a few seconds, so that it cannot spin. */
function reloadWhenGone(window: BrowserWindow): void {
  let lastReload = 0;
  window.webContents.on('render-process-gone', (_, { reason }) => {
    if (reason === 'clean-exit' || Date.now() - lastReload < RELOAD_PAUSE_MILLISECONDS) return;
    lastReload = Date.now();
    window.webContents.reload();
  });
}

function isOnScreen(bounds: Electron.Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const across = Math.min(bounds.x + bounds.width, workArea.x + workArea.width);
    const down = Math.min(bounds.y + bounds.height, workArea.y + workArea.height);
    return (
      across - Math.max(bounds.x, workArea.x) > 100 && down - Math.max(bounds.y, workArea.y) > 100
    );
  });
}
