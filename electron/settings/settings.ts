import { isDeepStrictEqual } from 'node:util';
import { SETTING_TITLES } from '../../shared/domain/setting-titles.ts';
import {
  DEFAULT_SETTINGS,
  type SettingName,
  type Settings,
  type SettingsStatus,
  settingsSchema,
} from '../../shared/domain/settings.ts';
import { AppError } from '../../shared/errors.ts';
import { NO_POLICY, type Policy } from './policy.ts';

/** Where settings are kept: one value per name, written durably. electron-store in the app, a map in tests. */
export interface SettingsBacking {
  get(name: string): unknown;
  /** Keeps values for this run where they cannot be written. */
  set(values: Readonly<Record<string, unknown>>): void;
  /** Drops every value, and the file with them. */
  clear(): void;
  /** What went wrong with the file. */
  trouble(): Pick<SettingsStatus, 'set_aside' | 'lasting'>;
}

export type SettingsChanges = { readonly [Name in SettingName]?: Settings[Name] | undefined };

export interface SettingsService {
  get(): Settings;
  /**
   * Changes the named settings and tells who listens; the others stay. `CONFLICT` where the
   * administrator fixed one of them at another value: then nothing is changed.
   */
  update(changes: SettingsChanges): Settings;
  status(): SettingsStatus;
  /** Back to how a new installation starts; the administrator's policy stays in force. */
  reset(): Settings;
}

/**
 * Settings over their backing and the administrator's policy: what is fixed wins over what the
 * technician chose, which wins over what is preset, which wins over the defaults. A value that a newer
 * or older version left and that this one cannot read falls back, alone; the others stay as they are.
 */
export function createSettings(options: {
  readonly backing: SettingsBacking;
  readonly policy?: Policy;
  readonly onChange: (settings: Settings) => void;
}): SettingsService {
  const { backing, policy = NO_POLICY, onChange } = options;
  const start: Settings = { ...DEFAULT_SETTINGS, ...policy.presets };

  // Reading goes to the file each time, and the settings are asked for with every note.
  let known: Settings | undefined;

  function get(): Settings {
    known ??= read();
    return known;
  }

  function read(): Settings {
    const kept = Object.fromEntries(
      Object.entries(settingsSchema.shape).flatMap(([name, schema]) => {
        if (isLocked(name)) return [];
        const value = schema.safeParse(backing.get(name));
        return value.success ? [[name, value.data]] : [];
      }),
    );
    return { ...start, ...kept };
  }

  function isLocked(name: string): boolean {
    return policy.locked.has(name as SettingName);
  }

  function refuseLocked(changes: SettingsChanges): void {
    const refused = [...policy.locked].find(
      (name) => changes[name] !== undefined && !isDeepStrictEqual(changes[name], start[name]),
    );
    if (refused === undefined) return;
    throw new AppError(
      'CONFLICT',
      `“${SETTING_TITLES[refused]}” is managed by your administrator and was not changed.`,
      { managed: refused },
    );
  }

  return {
    get,
    update(changes) {
      refuseLocked(changes);
      const present = Object.entries(changes).filter(
        ([name, value]) => value !== undefined && !isLocked(name),
      );
      if (present.length > 0) {
        backing.set(Object.fromEntries(present));
        known = undefined;
        onChange(get());
      }
      return get();
    },
    status: () => ({
      managed: [...policy.locked],
      policy_file: policy.file,
      policy_problems: [...policy.problems],
      ...backing.trouble(),
    }),
    reset() {
      backing.clear();
      known = undefined;
      onChange(get());
      return get();
    },
  };
}
