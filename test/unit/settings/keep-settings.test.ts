import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { keepSettings } from '../../../electron/settings/index.ts';
import { createTestLog } from '../../fixtures/log.ts';
import { createTestFolder } from '../../fixtures/sessions.ts';

/** As electron-store does: read at each look, written as a whole. */
function openJson(file: string) {
  const read = (): Record<string, unknown> =>
    existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  read();
  return {
    get: (name: string) => read()[name],
    set: (values: object) => writeFileSync(file, JSON.stringify({ ...read(), ...values })),
  };
}

function keepIn(folder: string) {
  const file = join(folder, 'settings.json');
  return keepSettings({
    folder,
    name: 'settings',
    openFile: () => openJson(file),
    log: createTestLog(),
  });
}

function home() {
  const { folder, dispose } = createTestFolder();
  onTestFinished(dispose);
  const file = join(folder, 'settings.json');
  return { folder, file, open: () => keepIn(folder) };
}

describe('the settings file', () => {
  test('keeps values between runs', () => {
    const { open } = home();
    open().set({ theme: 'dark', connectwise_statuses: { '3': { resolve: null } } });
    const again = open();
    expect(again.get('theme')).toBe('dark');
    expect(again.get('connectwise_statuses')).toEqual({ '3': { resolve: null } });
    expect(again.get('knowledge_open')).toBeUndefined();
    expect(again.trouble()).toEqual({ set_aside: null, lasting: true });
  });

  test.each(['{"theme": "dark"', '', '[1]', 'null', '"x"', '\u0000\u0000'])(
    'is set aside, never wiped, where it holds %j',
    (content) => {
      const { folder, file, open } = home();
      writeFileSync(file, content);
      const backing = open();
      backing.set({ theme: 'light' });
      const { set_aside } = backing.trouble();
      expect(set_aside).toContain(join(folder, 'settings.json.unreadable-'));
      expect(readFileSync(set_aside ?? '', 'utf8')).toBe(content);
      expect(open().trouble().set_aside).toBeNull();
      expect(open().get('theme')).toBe('light');
    },
  );

  test('lasts for the run where it cannot be written, and is written as soon as it can be', () => {
    const { folder, file } = home();
    const inside = join(folder, 'home');
    // A file in the place of the folder: root may write anywhere else.
    writeFileSync(inside, '');
    const backing = keepIn(inside);
    backing.set({ theme: 'dark' });
    expect(backing.get('theme')).toBe('dark');
    expect(backing.trouble().lasting).toBe(false);
    expect(existsSync(file)).toBe(false);
  });

  test('is written late, with what was changed meanwhile', () => {
    const { file, open } = home();
    const backing = open();
    mkdirSync(file);
    backing.set({ theme: 'dark' });
    expect(backing.trouble().lasting).toBe(false);
    expect(backing.get('theme')).toBe('dark');
    rmdirSync(file);
    backing.set({ knowledge_open: false });
    expect(backing.trouble().lasting).toBe(true);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
      theme: 'dark',
      knowledge_open: false,
    });
  });

  test('goes with those that were set aside, and nothing else does', () => {
    const { folder, file, open } = home();
    writeFileSync(file, 'broken');
    writeFileSync(join(folder, 'settings.json.mine'), 'x');
    const backing = open();
    backing.set({ theme: 'dark' });
    backing.clear();
    expect(readdirSync(folder)).toEqual(['settings.json.mine']);
    expect(backing.get('theme')).toBeUndefined();
    backing.set({ theme: 'light' });
    expect(open().get('theme')).toBe('light');
  });
});
