import ElectronStore from 'electron-store';
import type { Log } from '../../shared/log.ts';
import { keepSettings, type SettingsBacking } from '../settings/index.ts';

/** The settings file of this installation. Loaded late: the library is large. */
export function openSettingsFile(folder: string, name: string, log: Log): SettingsBacking {
  const openFile = () => new ElectronStore<Record<string, unknown>>({ cwd: folder, name });
  return keepSettings({ folder, name, openFile, log });
}
