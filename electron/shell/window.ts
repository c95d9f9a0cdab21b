import { BrowserWindow, nativeTheme, screen, session } from 'electron';
import type { Log } from '../../shared/log.ts';
import { APP_PAGE } from './app-protocol.ts';
import { installContextMenu } from './context-menu.ts';
import type { PageWatch } from './page-watch.ts';
import { setSpellCheck } from './spell-check.ts';
import { isReachable, nearestPlace } from './window-place.ts';
import {
  placeFor,
  readWindowState,
  type WindowState,
  withPlace,
  writeWindowState,
} from './window-state.ts';
import { watchWindow } from './window-watch.ts';

const MINIMUM = { width: 800, height: 560 };
const FIRST_SIZE = { width: 1280, height: 800 };

/** Behind the page until it has painted, so that a dark window never flashes white. */
const BACKGROUND = { light: '#f6f7f9', dark: '#0f141b' };

/** What each step of the zoom is, in Chromium. */
const ZOOM_STEP = 1.2;

/** A page that was loaded has painted by then. */
const UNTOLD_PAINT_MILLISECONDS = 500;

/** Dragging tells of every pixel; what counts is where it ends. */
const REST_MILLISECONDS = 800;

export interface WindowOptions {
  readonly preload: string;
  /** The file that keeps the window's place. */
  readonly stateFile: string;
  /** The folder that the recovery page opens. */
  readonly logs: string;
  /** None yet while the parts are loaded. */
  readonly log: () => Pick<Log, 'error'> | undefined;
}

/**
 * Opens the app's one window where it was left on these displays, or as near as can be seen. The
 * start waits for it, so this file and what it imports stay small. Answers the watch over its page,
 * which wants to hear of every call.
 */
export function openWindow(options: WindowOptions): PageWatch {
  const { preload, stateFile } = options;
  const kept = readWindowState(stateFile);
  const place = placeFor(kept, screen.getAllDisplays(), MINIMUM);
  // Until the settings are read the look of the last time stands, so that nothing flashes.
  nativeTheme.themeSource = kept.theme;
  setSpellCheck(kept.spell_check);

  const bounds = place && { x: place.x, y: place.y, width: place.width, height: place.height };
  const window = new BrowserWindow({
    ...(bounds ?? FIRST_SIZE),
    minWidth: MINIMUM.width,
    minHeight: MINIMUM.height,
    title: 'ResolutionFlow',
    autoHideMenuBar: true,
    show: false,
    ...(place?.fullscreen ? { fullscreen: true } : {}),
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      zoomFactor: ZOOM_STEP ** kept.zoom,
      // Only lets the page ask; the session's checker is off until the technician wants it.
      spellcheck: true,
    },
  });
  // A second time, for on a display of another scale Windows takes the first for its own pixels.
  if (bounds) window.setBounds(bounds);
  if (place?.maximized) window.maximize();
  showWhenPainted(window);
  window.webContents.on('dom-ready', () => window.webContents.setZoomLevel(kept.zoom));
  keepState(window, stateFile, kept);
  keepInSight(window);
  installContextMenu(window);
  const watch = watchWindow(window, options);
  void window.loadURL(APP_PAGE);
  return watch;
}

/**
 * Chromium tells of the first paint that shows something, and takes a page of few words for such a one
 * only when it paints again after it was loaded. Where it never does, the window is shown all the same.
 */
function showWhenPainted(window: BrowserWindow): void {
  let shown = false;
  function show(): void {
    if (shown || window.isDestroyed()) return;
    shown = true;
    window.show();
  }
  window.once('ready-to-show', show);
  window.webContents.once('did-finish-load', () => setTimeout(show, UNTOLD_PAINT_MILLISECONDS));
}

/** Brings the window to the front; false where there is none. */
export function focusWindow(): boolean {
  const [window] = BrowserWindow.getAllWindows();
  if (window === undefined) return false;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
  return true;
}

/** Whether somebody is looking at the app. */
export function isWindowFocused(): boolean {
  return BrowserWindow.getFocusedWindow() !== null;
}

/** Writes the state down when the window comes to rest and when it closes, so that a crash loses none. */
function keepState(window: BrowserWindow, file: string, first: WindowState): void {
  let { places, zoom } = first;
  let timer: NodeJS.Timeout | undefined;

  function keep(): void {
    clearTimeout(timer);
    if (window.isDestroyed()) return;
    // Minimised it lies nowhere.
    if (!window.isMinimized()) {
      places = withPlace({ places }, screen.getAllDisplays(), {
        ...window.getNormalBounds(),
        maximized: window.isMaximized(),
        fullscreen: window.isFullScreen(),
      });
    }
    if (!window.webContents.isCrashed()) zoom = window.webContents.getZoomLevel();
    writeWindowState(file, {
      theme: nativeTheme.themeSource,
      zoom,
      spell_check: session.defaultSession.isSpellCheckerEnabled(),
      places,
    });
  }

  function keepSoon(): void {
    clearTimeout(timer);
    timer = setTimeout(keep, REST_MILLISECONDS);
    timer.unref();
  }

  window.on('resize', keepSoon);
  window.on('move', keepSoon);
  window.on('maximize', keepSoon);
  window.on('unmaximize', keepSoon);
  window.on('enter-full-screen', keepSoon);
  window.on('leave-full-screen', keepSoon);
  window.on('close', keep);
  window.on('closed', () => clearTimeout(timer));
}

/** Fetches the window back when the display that it was on goes while it is open. */
function keepInSight(window: BrowserWindow): void {
  let timer: NodeJS.Timeout | undefined;

  function fetchBack(): void {
    if (window.isDestroyed() || window.isMaximized() || window.isFullScreen()) return;
    const displays = screen.getAllDisplays();
    const bounds = window.getBounds();
    const place = nearestPlace(bounds, displays, MINIMUM);
    if (place !== undefined && !isReachable(bounds, displays)) window.setBounds(place);
  }

  function afterChange(): void {
    clearTimeout(timer);
    // Most systems move it by themselves, a moment later.
    timer = setTimeout(fetchBack, REST_MILLISECONDS);
  }

  screen.on('display-removed', afterChange);
  screen.on('display-metrics-changed', afterChange);
  window.on('closed', () => {
    clearTimeout(timer);
    screen.off('display-removed', afterChange);
    screen.off('display-metrics-changed', afterChange);
  });
}
