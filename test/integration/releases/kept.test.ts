import { readFileSync, statSync } from 'node:fs';
import { homedir, hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { schemaVersion } from '../../../electron/sessions/index.ts';
import { LATEST_VERSION } from '../../../electron/sessions/migrate.ts';
import { DEFAULT_SETTINGS } from '../../../shared/domain/settings.ts';
import {
  changelogHeadings,
  copyHome,
  fixtureFiles,
  fixtureFolder,
  hasFixture,
  packageVersion,
  releases,
  UNRELEASED,
} from '../../fixtures/releases/releases.ts';
import { createTestFolder } from '../../fixtures/sessions.ts';

// What fails here is mended with `npm run release-fixture`.

const LARGEST_BYTES = 200_000;
const versions = changelogHeadings().filter((heading) => heading !== 'Unreleased');

describe('the fixtures of releases', () => {
  test.each(versions)('%s of the changelog has one', (version) => {
    expect(hasFixture(version)).toBe(true);
  });

  test('the version of package.json has one', () => {
    expect(hasFixture(packageVersion())).toBe(true);
  });

  test('are those of the changelog and no others', () => {
    const isNextToCome = changelogHeadings()[0] === 'Unreleased';
    const expected = [...versions].reverse();
    expect(releases().filter((release) => release !== UNRELEASED)).toEqual(expected);
    if (!isNextToCome) expect(releases()).not.toContain(UNRELEASED);
  });

  test('the newest one is of the newest layout of the database', () => {
    const newest = releases().at(-1) ?? '';
    const { folder, dispose } = createTestFolder();
    expect(schemaVersion(copyHome(newest, folder))).toBe(LATEST_VERSION);
    dispose();
  });

  test('that of a release has every setting of it', () => {
    const [newest = ''] = changelogHeadings();
    if (newest === 'Unreleased') return;
    const written = readFileSync(join(fixtureFolder(newest), 'settings.json'), 'utf8');
    expect(Object.keys(JSON.parse(written)).sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort());
  });

  test.each(releases())('%s is small, and says nothing of where it was made', (release) => {
    const { folder, dispose } = createTestFolder();
    const files = [
      copyHome(release, folder),
      ...['settings.json', 'window.json'].map((name) => join(folder, name)),
    ];
    for (const file of files) {
      const content = readFileSync(file).toString('latin1');
      for (const trace of [hostname(), homedir(), '/tmp/', '/home/', '/Users/', '/root', ':\\']) {
        if (trace.length > 3) expect(content).not.toContain(trace);
      }
    }
    for (const name of fixtureFiles()) {
      expect(statSync(join(fixtureFolder(release), name)).size).toBeLessThan(LARGEST_BYTES);
    }
    dispose();
  });
});
