import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../../shared/log.ts';
import type { SettingsBacking } from './settings.ts';

type Values = Readonly<Record<string, unknown>>;

/** A JSON file, read at each look and written atomically. electron-store in the app. */
interface ValueFile {
  get(name: string): unknown;
  set(values: Record<string, unknown>): void;
}

/**
 * Settings in a file of the home folder. A file that cannot be read is moved
 * aside, never cleared, and the defaults serve. What cannot be written lasts for this run, and is
 * written with the next change that can be. Each value is held to its schema by who reads it.
 */
export function keepSettings({
  folder,
  name,
  openFile,
  log,
}: {
  readonly folder: string;
  /** Of the file, without its ending. */
  readonly name: string;
  readonly openFile: () => ValueFile;
  readonly log: Log;
}): SettingsBacking {
  const file = join(folder, `${name}.json`);
  const unwritten = new Map<string, unknown>();
  let setAside: string | null = null;
  let lasting = true;
  let store: ValueFile | undefined;

  function open(): void {
    try {
      setAside = setAsideUnreadable(file, log);
      store = openFile();
    } catch (error) {
      log.error('settings cannot be kept, they last for this run', error);
      lasting = false;
    }
  }

  function write(): void {
    try {
      if (store === undefined) return;
      store.set(Object.fromEntries(unwritten));
      unwritten.clear();
      lasting = true;
    } catch (error) {
      if (lasting) log.error('settings were not written, they last for this run', error);
      lasting = false;
    }
  }

  open();
  return {
    get: (key) => (unwritten.has(key) ? unwritten.get(key) : store?.get(key)),
    set(values: Values) {
      for (const [key, value] of Object.entries(values)) unwritten.set(key, value);
      write();
    },
    clear() {
      unwritten.clear();
      for (const old of filesOf(folder, name)) rmSync(join(folder, old), { force: true });
      setAside = null;
    },
    trouble: () => ({ set_aside: setAside, lasting }),
  };
}

/** Moves a file aside whose content is not an object of values; answers where it went. */
function setAsideUnreadable(file: string, log: Log): string | null {
  if (!existsSync(file) || isReadable(file)) return null;
  const aside = `${file}.unreadable-${Date.now()}`;
  renameSync(file, aside);
  log.error(`settings could not be read; set aside as ${aside}`);
  return aside;
}

function isReadable(file: string): boolean {
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof content === 'object' && content !== null && !Array.isArray(content);
  } catch {
    return false;
  }
}

/** The file and those that were set aside. */
function filesOf(folder: string, name: string): string[] {
  const pattern = new RegExp(`^${name}\\.json(?:\\.unreadable-\\d+)?$`);
  return readdirSync(folder).filter((file) => pattern.test(file));
}
