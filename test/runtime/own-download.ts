import { existsSync, statSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheRoot } from './cache.ts';
import { runCommand } from './command.ts';

const hour = 60 * 60 * 1000;

/** Enough for 120 MB over a slow line; a host that cannot be reached fails within seconds. */
const timeout = 5 * 60 * 1000;

/**
 * Lets the electron package download its runtime and says whether it did. A failure is remembered
 * for a day, so that a machine behind a wall does not knock on it at every start.
 */
export async function downloadElectron(folder: string, version: string): Promise<boolean> {
  const failure = join(cacheRoot(), `electron-${version}-download-failed`);
  if (existsSync(failure) && Date.now() - statSync(failure).mtimeMs < 24 * hour) return false;

  const { code, output } = await runCommand(process.execPath, [join(folder, 'install.js')], {
    env: { ...process.env, ELECTRON_GET_NO_PROGRESS: '1' },
    timeout,
  });
  if (code === 0) {
    await rm(failure, { force: true });
    return true;
  }
  await mkdir(cacheRoot(), { recursive: true });
  await writeFile(failure, output);
  return false;
}
