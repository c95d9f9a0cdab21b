import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, BrowserWindow, clipboard, dialog, type OpenDialogOptions, shell } from 'electron';
import { AppError } from '../../shared/errors.ts';
import type { Desktop } from '../ipc/index.ts';
import type { Home } from './home.ts';
import { openExternalLink } from './links.ts';
import { copySecret } from './secret-clipboard.ts';

/** Characters that no file system of ours takes in a name. */
const UNSAFE_IN_NAMES =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are among them
  /[<>:"/\\|?*\u0000-\u001F]+/g;

/** What the desktop around the app does for it: clipboard, file dialog, file manager, browser. */
export function createDesktop(home: Home): Desktop {
  const folders = { home: home.root, logs: home.logs, backups: home.backups };
  return {
    openLink: openExternalLink,
    copyText: (text) => clipboard.writeText(text),
    copySecret,
    openFolder: async (folder) => (await shell.openPath(folders[folder])) === '',
    exportFile: async (suggestedName, text, ending) => {
      const name = suggestedName.replace(UNSAFE_IN_NAMES, ' ').replace(/\s+/g, ' ').trim();
      const options = {
        defaultPath: join(app.getPath('documents'), name || `note.${ending ?? 'md'}`),
        filters: ending === undefined ? [] : [{ name: `.${ending}`, extensions: [ending] }],
      };
      const parent = BrowserWindow.getFocusedWindow();
      const answer = await (parent === null
        ? dialog.showSaveDialog(options)
        : dialog.showSaveDialog(parent, options));
      if (answer.canceled || answer.filePath === '') return null;
      await writeText(answer.filePath, text);
      return answer.filePath;
    },
    chooseFolder: async (title, buttonLabel) => {
      const parent = BrowserWindow.getFocusedWindow();
      const options: OpenDialogOptions = {
        title,
        buttonLabel,
        defaultPath: app.getPath('documents'),
        properties: ['openDirectory', 'createDirectory'],
      };
      const { canceled, filePaths } = await (parent === null
        ? dialog.showOpenDialog(options)
        : dialog.showOpenDialog(parent, options));
      return canceled ? null : (filePaths[0] ?? null);
    },
  };
}

async function writeText(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text, 'utf8');
  } catch (cause) {
    const isFull = (cause as NodeJS.ErrnoException).code === 'ENOSPC';
    throw new AppError(
      isFull ? 'DISK_FULL' : 'INVALID_INPUT',
      isFull
        ? `The disk is full, so ${file} was not written. Free some space or choose another disk.`
        : `${file} cannot be written. Choose another folder or name.`,
      undefined,
      { cause },
    );
  }
}
