import { describe, expect, it } from 'vitest';
import { createSettings } from '../../../electron/settings/index.ts';
import {
  DEFAULT_SETTINGS,
  type Settings,
  settingsSchema,
} from '../../../shared/domain/settings.ts';

function settingsOver(kept: Record<string, unknown>) {
  const values = new Map(Object.entries(kept));
  const changes: Settings[] = [];
  const settings = createSettings({
    backing: {
      get: (name) => values.get(name),
      set: (given) => {
        for (const [name, value] of Object.entries(given)) values.set(name, value);
      },
      clear: () => values.clear(),
      trouble: () => ({ set_aside: null, lasting: true }),
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
    expect(settings.get()).toEqual({ ...DEFAULT_SETTINGS, knowledge_open: false });
    expect(values.get('theme')).toBe('sepia');
  });

  it('changes the named ones and tells once', () => {
    const { settings, changes } = settingsOver({});
    expect(settings.update({ theme: 'dark', knowledge_open: undefined })).toEqual({
      ...DEFAULT_SETTINGS,
      theme: 'dark',
    });
    settings.update({});
    expect(changes).toEqual([{ ...DEFAULT_SETTINGS, theme: 'dark' }]);
  });

  it('takes an address that is https, or on this machine', () => {
    const address = (text: string) => settingsSchema.shape.ai_base_address.safeParse(text);
    expect(address(' https://gateway.example/claude/ ').data).toBe(
      'https://gateway.example/claude',
    );
    expect(address('http://127.0.0.1:4010').success).toBe(true);
    for (const bad of [
      'http://gateway.example',
      'https://user:secret@gateway.example',
      'https://gateway.example/?key=1',
      'file:///etc/passwd',
      'api.anthropic.com',
      '',
    ]) {
      expect(address(bad).success, bad).toBe(false);
    }
  });
});
