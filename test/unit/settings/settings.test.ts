import { describe, expect, it } from 'vitest';
import { createSettings } from '../../../electron/settings/index.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../shared/domain/settings.ts';

function settingsOver(kept: Record<string, unknown>) {
  const values = new Map(Object.entries(kept));
  const changes: Settings[] = [];
  const settings = createSettings({
    backing: {
      get: (name) => values.get(name),
      set: (given) => {
        for (const [name, value] of Object.entries(given)) values.set(name, value);
      },
    },
    onChange: (changed) => changes.push(changed),
  });
  return { settings, values, changes };
}

describe('settings', () => {
  it('starts with the defaults', () => {
    expect(settingsOver({}).settings.get()).toEqual(DEFAULT_SETTINGS);
  });

  it('keeps what it can read and falls back for what it cannot', () => {
    const { settings, values } = settingsOver({ theme: 'sepia', knowledge_open: false });
    expect(settings.get()).toEqual({ theme: 'system', knowledge_open: false });
    expect(values.get('theme')).toBe('sepia');
  });

  it('changes the named ones and tells once', () => {
    const { settings, changes } = settingsOver({});
    expect(settings.update({ theme: 'dark', knowledge_open: undefined })).toEqual({
      theme: 'dark',
      knowledge_open: true,
    });
    settings.update({});
    expect(changes).toEqual([{ theme: 'dark', knowledge_open: true }]);
  });
});
