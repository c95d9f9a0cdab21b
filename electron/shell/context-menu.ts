import { type BrowserWindow, clipboard, Menu } from 'electron';
import { type ContextCommand, contextMenuItems } from './context-menu-items.ts';
import { safeExternalUrl } from './external-url.ts';

/** Shows the menu of the right mouse button, and of the menu key. Nothing in it reaches outside. */
export function installContextMenu(window: BrowserWindow): void {
  const { webContents: contents } = window;
  contents.on('context-menu', (_, params) => {
    const items = contextMenuItems({
      ...params,
      // Of a link only what the browser would be given, never a script.
      link: safeExternalUrl(params.linkURL),
    });
    if (items.length === 0) return;
    const run = (command: ContextCommand) => {
      if (command.do === 'copy-link') clipboard.writeText(command.url);
      else if (command.do === 'replace') contents.replaceMisspelling(command.word);
      else contents.session.addWordToSpellCheckerDictionary(command.word);
    };
    const menu = Menu.buildFromTemplate(
      items.map((item) =>
        'command' in item
          ? { label: item.label, click: () => run(item.command) }
          : 'role' in item
            ? { role: item.role, enabled: item.enabled }
            : 'label' in item
              ? { label: item.label, enabled: false }
              : { type: 'separator' },
      ),
    );
    menu.popup({ window });
  });
}
