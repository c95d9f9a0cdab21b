import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import ElectronStore from 'electron-store';
import type { Log } from '../../shared/log.ts';
import type { SettingsBacking } from '../settings/index.ts';

/**
 * A settings file under the home folder, written atomically. A file that cannot be read is moved
 * aside, never cleared, and the defaults serve. Where nothing can be written at all, settings last
 * for this run.
 */
export function openSettingsFile(folder: string, name: string, log: Log): SettingsBacking {
  const open = () => new ElectronStore<Record<string, unknown>>({ cwd: folder, name });
  try {
    return backedBy(openOrSetAside(open, join(folder, `${name}.json`), log));
  } catch (error) {
    log.error('settings cannot be kept, they last for this run', error);
    return inMemory();
  }
}

function backedBy(store: ElectronStore<Record<string, unknown>>): SettingsBacking {
  return {
    get: (key) => store.get(key),
    set: (values) => store.set({ ...values }),
  };
}

function inMemory(): SettingsBacking {
  const kept = new Map<string, unknown>();
  return {
    get: (key) => kept.get(key),
    set(values) {
      for (const [key, value] of Object.entries(values)) kept.set(key, value);
    },
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
