import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { EventPayload } from '../../shared/contract/index.ts';
import type { Publish } from '../ipc/index.ts';

type Command = EventPayload<'menu.command'>['command'];

/** The native menu. Its commands reach the window as events; the window owns the keys that it shows. */
export function installMenu(options: {
  readonly publish: Publish;
  readonly openFolder: (folder: 'home' | 'logs') => void;
}): void {
  const { publish, openFolder } = options;
  const command = (label: string, name: Command, accelerator: string) => ({
    label,
    accelerator,
    // The page handles these keys itself, so that they work while a text box has the focus.
    registerAccelerator: false,
    click: () => publish('menu.command', { command: name }),
  });

  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' as const }] : []),
    {
      label: '&File',
      submenu: [
        command('New session', 'new-session', 'CmdOrCtrl+N'),
        command('Search', 'search', 'CmdOrCtrl+K'),
        { type: 'separator' },
        command('Settings', 'settings', 'CmdOrCtrl+,'),
        { type: 'separator' },
        process.platform === 'darwin' ? { role: 'close' } : { role: 'quit' },
      ],
    },
    { role: 'editMenu' },
    {
      label: '&View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' as const }]),
      ],
    },
    { role: 'windowMenu' },
    {
      role: 'help',
      submenu: [
        command('Keyboard shortcuts', 'shortcuts', '?'),
        { label: 'Open log folder', click: () => openFolder('logs') },
        { label: 'Open data folder', click: () => openFolder('home') },
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
