import { app, BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import type { EventPayload } from '../../shared/contract/index.ts';
import type { Publish } from '../ipc/index.ts';

type Command = EventPayload<'menu.command'>['command'];

export interface AppMenu {
  /** Sets the tick of the entry that turns spell checking on and off. */
  showSpellCheck(on: boolean): void;
}

/** The native menu. Its commands reach the window as events; the window owns the keys that it shows. */
export function installMenu(options: {
  readonly publish: Publish;
  readonly openFolder: (folder: 'home' | 'logs') => void;
  readonly onSpellCheck: (on: boolean) => void;
}): AppMenu {
  const { publish, openFolder, onSpellCheck } = options;
  const command = (label: string, name: Command, accelerator?: string) => ({
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    // The page handles these keys itself, so that they work while a text box has the focus.
    registerAccelerator: false,
    click: () => publish('menu.command', { command: name }),
  });
  const isMac = process.platform === 'darwin';

  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [{ role: 'appMenu' as const }] : []),
    {
      label: '&File',
      submenu: [
        command('&New session', 'new-session', 'CmdOrCtrl+N'),
        command('&Find a session or a command', 'search', 'CmdOrCtrl+K'),
        { type: 'separator' },
        command('&Settings', 'settings', 'CmdOrCtrl+,'),
        { type: 'separator' },
        isMac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'pasteAndMatchStyle' },
        { role: 'selectAll' },
        { type: 'separator' },
        {
          id: SPELL_CHECK,
          label: 'Check s&pelling',
          type: 'checkbox',
          click: ({ checked }) => onSpellCheck(checked),
        },
      ],
    },
    {
      label: '&View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        // The same without Shift, which most keyboards want for a plus.
        { role: 'zoomIn', accelerator: 'CmdOrCtrl+=', visible: false },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' as const }]),
      ],
    },
    isMac
      ? { role: 'windowMenu' }
      : { label: '&Window', submenu: [{ role: 'minimize' }, maximize, { role: 'close' }] },
    {
      role: 'help',
      submenu: [
        command('&Keyboard shortcuts', 'shortcuts', '?'),
        { type: 'separator' },
        command('Check for &updates', 'updates'),
        command("&What's new", 'whats-new'),
        command('&Diagnostics report', 'diagnostics'),
        { label: 'Open &log folder', click: () => openFolder('logs') },
        { label: 'Open d&ata folder', click: () => openFolder('home') },
      ],
    },
  ];
  const menu = Menu.buildFromTemplate(template);
  Menu.setApplicationMenu(menu);
  return {
    showSpellCheck(on) {
      const item = menu.getMenuItemById(SPELL_CHECK);
      if (item !== null) item.checked = on;
    },
  };
}

const SPELL_CHECK = 'spell-check';

/** Elsewhere than on a Mac there is no role for it. */
const maximize: MenuItemConstructorOptions = {
  label: 'Ma&ximize',
  click: (_, window) => {
    if (!(window instanceof BrowserWindow)) return;
    if (window.isMaximized()) window.unmaximize();
    else window.maximize();
  },
};
