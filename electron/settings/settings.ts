import { DEFAULT_SETTINGS, type Settings, settingsSchema } from '../../shared/domain/settings.ts';

/** Where settings are kept: one value per name, written durably. electron-store in the app, a map in tests. */
export interface SettingsBacking {
  get(name: string): unknown;
  set(values: Readonly<Record<string, unknown>>): void;
}

export interface SettingsService {
  get(): Settings;
  /** Changes the named settings and tells who listens; the others stay. */
  update(changes: { readonly [Name in keyof Settings]?: Settings[Name] | undefined }): Settings;
}

/**
 * Settings over their backing. A value that a newer or older version left and that this one cannot
 * read falls back to its default, alone; the others stay as they are.
 */
export function createSettings(options: {
  readonly backing: SettingsBacking;
  readonly onChange: (settings: Settings) => void;
}): SettingsService {
  const { backing, onChange } = options;

  // Reading goes to the file each time, and the settings are asked for with every note.
  let known: Settings | undefined;

  function get(): Settings {
    known ??= read();
    return known;
  }

  function read(): Settings {
    const kept = Object.fromEntries(
      Object.entries(settingsSchema.shape).flatMap(([name, schema]) => {
        const value = schema.safeParse(backing.get(name));
        return value.success ? [[name, value.data]] : [];
      }),
    );
    return { ...DEFAULT_SETTINGS, ...kept };
  }

  return {
    get,
    update(changes) {
      const present = Object.entries(changes).filter(([, value]) => value !== undefined);
      if (present.length > 0) {
        backing.set(Object.fromEntries(present));
        known = undefined;
        onChange(get());
      }
      return get();
    },
  };
}
