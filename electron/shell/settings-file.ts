import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import ElectronStore from 'electron-store';
import type { Log } from '../../shared/log.ts';
import type { SettingsBacking } from '../settings/index.ts';

/**
 * A settings file under the home folder, written atomically. A file that cannot be read is moved
 * aside, never cleared, and the defaults serve.
 */
export function openSettingsFile(folder: string, name: string, log: Log): SettingsBacking {
  const open = () => new ElectronStore<Record<string, unknown>>({ cwd: folder, name });
  const store = openOrSetAside(open, join(folder, `${name}.json`), log);
  return {
    get: (key) => store.get(key),
    set: (values) => store.set({ ...values }),
  };
}

function openOrSetAside<Opened>(open: () => Opened, file: string, log: Log): Opened {
  try {
    return open();
  } catch (error) {
    const aside = `${file}.unreadable-${Date.now()}`;
    if (existsSync(file)) renameSync(file, aside);
    log.error(`settings could not be read; set aside as ${aside}`, error);
    return open();
  }
}
