import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createSettings, keepSettings } from '../../../electron/settings/index.ts';
import { readWindowState } from '../../../electron/shell/window-state.ts';
import { DEFAULT_SETTINGS } from '../../../shared/domain/settings.ts';
import { createTestLog } from '../../fixtures/log.ts';
import { copyHome, releases } from '../../fixtures/releases/releases.ts';
import { CHOSEN_SETTINGS, WINDOW_PLACE } from '../../fixtures/releases/settings.ts';
import { createTestFolder } from '../../fixtures/sessions.ts';

type Values = Record<string, unknown>;

function read(file: string): Values {
  return JSON.parse(readFileSync(file, 'utf8')) as Values;
}

/** The settings of a home, over its real file, as electron-store would read it. */
function settingsOf(home: string) {
  const values = read(join(home, 'settings.json'));
  const openFile = () => ({ get: (name: string) => values[name], set: () => {} });
  const backing = keepSettings({ folder: home, name: 'settings', openFile, log: createTestLog() });
  return createSettings({ backing, onChange: () => {} });
}

test('the settings that a fixture is made with are none of those one starts with', () => {
  for (const [name, value] of Object.entries(DEFAULT_SETTINGS)) {
    expect(CHOSEN_SETTINGS, name).not.toHaveProperty(name, value);
  }
});

describe.each(releases())('a home of %s', (release) => {
  test('keeps every setting that was made', () => {
    const { folder, dispose } = createTestFolder();
    copyHome(release, folder);
    const written = read(join(folder, 'settings.json'));
    expect(Object.keys(written).length).toBeGreaterThan(0);
    const settings = settingsOf(folder);
    expect(settings.get()).toEqual({ ...DEFAULT_SETTINGS, ...written });
    expect(settings.status()).toMatchObject({ set_aside: null, lasting: true });
    dispose();
  });

  test('opens its window where it was left, in its theme', () => {
    const { folder, dispose } = createTestFolder();
    copyHome(release, folder);
    const { theme, places } = readWindowState(join(folder, 'window.json'));
    expect(theme).toBe(CHOSEN_SETTINGS.theme);
    expect(places[0]?.place).toEqual({ ...WINDOW_PLACE, maximized: false, fullscreen: false });
    dispose();
  });
});
