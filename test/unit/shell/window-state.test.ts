import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  FIRST_STATE,
  readWindowState,
  type WindowState,
  writeWindowState,
} from '../../../electron/shell/window-state.ts';

const state: WindowState = {
  theme: 'dark',
  zoom: 1.5,
  spell_check: true,
  places: [
    {
      displays: '0,0,1920,1080,1',
      place: { x: -5, y: 0, width: 1_200, height: 800, maximized: true, fullscreen: false },
    },
  ],
};

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'window-state-'));
  file = join(folder, 'window.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the state of the window on disk', () => {
  it('comes back as it was kept, and leaves nothing else', () => {
    writeWindowState(file, state);
    expect(readWindowState(file)).toEqual(state);
    expect(readdirSync(folder)).toEqual(['window.json']);
  });

  it('is as at the first start where there is none, or nothing to be read', () => {
    expect(readWindowState(file)).toEqual(FIRST_STATE);
    for (const text of ['', '{"theme":', 'null', '[]', '"dark"']) {
      writeFileSync(file, text);
      expect(readWindowState(file)).toEqual(FIRST_STATE);
    }
  });

  it('takes no value that makes no sense, and keeps the others', () => {
    const place = { x: 0, y: 0, width: 900, height: 700 };
    const places = [
      { displays: 'a', place: { ...place, width: '900' } },
      { displays: 'b', place: { ...place, x: 1e9 } },
      { displays: 'c', place: { ...place, height: 0 } },
      { displays: 4, place },
      { displays: 'd', place: { ...place, maximized: 'yes' } },
    ];
    writeFileSync(file, JSON.stringify({ theme: 'pink', zoom: 99, spell_check: 'yes', places }));
    expect(readWindowState(file)).toEqual({
      ...FIRST_STATE,
      places: [{ displays: 'd', place: { ...place, maximized: false, fullscreen: false } }],
    });
  });

  it('does without where nothing can be written', () => {
    expect(() => writeWindowState(join(folder, 'no', 'window.json'), state)).not.toThrow();
  });
});
