import { createHash } from 'node:crypto';
import { appendFile, mkdtemp, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { releaseProblems } from '../../electron/packaging/check-release.ts';

const architectures = ['x64', 'arm64'];

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'resolutionflow-release-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test('a release that is all in has no problems', async () => {
  await makeRelease('1.2.0', 'latest');
  expect(releaseProblems(folder, '1.2.0')).toEqual([]);
});

test('a beta has the manifests of its own channel', async () => {
  await makeRelease('1.3.0-beta.1', 'beta');
  expect(releaseProblems(folder, '1.3.0-beta.1')).toEqual([]);
  expect(releaseProblems(folder, '1.3.0')).not.toEqual([]);
});

test('a missing package, and what names it, is told', async () => {
  await makeRelease('1.2.0', 'latest');
  await unlink(join(folder, 'ResolutionFlow-1.2.0-mac-arm64.zip'));
  expect(releaseProblems(folder, '1.2.0')).toEqual([
    'ResolutionFlow-1.2.0-mac-arm64.zip is missing',
    'latest-mac.yml names ResolutionFlow-1.2.0-mac-arm64.zip, which is missing',
  ]);
});

test('a manifest that one architecture overwrote is told', async () => {
  await makeRelease('1.2.0', 'latest');
  await writeManifest('1.2.0', 'latest-mac.yml', ['mac-x64.zip']);
  expect(releaseProblems(folder, '1.2.0')).toEqual([
    'latest-mac.yml lacks ResolutionFlow-1.2.0-mac-arm64.zip',
  ]);
});

test('a package that was changed after its manifest is told', async () => {
  await makeRelease('1.2.0', 'latest');
  await appendFile(join(folder, 'ResolutionFlow-1.2.0-linux-x86_64.AppImage'), 'signed again');
  expect(releaseProblems(folder, '1.2.0')).toEqual([
    'ResolutionFlow-1.2.0-linux-x86_64.AppImage is not the one that latest-linux.yml names',
  ]);
});

test('a manifest of another version is told', async () => {
  await makeRelease('1.2.0', 'latest');
  await writeManifest('1.1.0', 'latest.yml', []);
  expect(releaseProblems(folder, '1.2.0')).toContain('latest.yml is of another version');
});

async function makeRelease(version: string, channel: string): Promise<void> {
  const windows = architectures.flatMap((arch) => [`win-${arch}-setup.exe`, `win-${arch}.msi`]);
  const mac = architectures.flatMap((arch) => [`mac-${arch}.dmg`, `mac-${arch}.zip`]);
  const all = [...windows, ...mac, 'linux-x86_64.AppImage', 'linux-amd64.deb'];
  for (const ending of all) {
    await writeFile(join(folder, `ResolutionFlow-${version}-${ending}`), content(ending));
  }
  const setups = windows.filter((ending) => ending.endsWith('.exe'));
  await writeManifest(version, `${channel}.yml`, setups);
  const zips = mac.filter((ending) => ending.endsWith('.zip'));
  await writeManifest(version, `${channel}-mac.yml`, zips);
  await writeManifest(version, `${channel}-linux.yml`, ['linux-x86_64.AppImage']);
}

/** As electron-builder writes it. */
async function writeManifest(version: string, name: string, endings: readonly string[]) {
  const entries = endings.map((ending) => {
    const sha512 = createHash('sha512').update(content(ending)).digest('base64');
    return [
      `  - url: ResolutionFlow-${version}-${ending}`,
      `    sha512: ${sha512}`,
      `    size: ${content(ending).length}`,
    ].join('\n');
  });
  const end = "releaseDate: '2026-11-23T00:00:00.000Z'";
  await writeFile(
    join(folder, name),
    `${[`version: ${version}`, 'files:', ...entries, end].join('\n')}\n`,
  );
}

function content(ending: string): string {
  return `the package ${ending}`;
}
