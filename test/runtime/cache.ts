import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Where everything that is slow to make is kept between runs, outside the checkout. */
export function cacheRoot(): string {
  const base = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(base, 'resolutionflow-desktop');
}

/**
 * The cached folder `key`, made by `build` if it is not there yet.
 *
 * It is built beside its place and then renamed, so a folder that exists is always complete,
 * whatever interrupted an earlier run. The lock only spares two parallel starts the double work.
 */
export async function cachedFolder(
  key: string,
  build: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = join(cacheRoot(), key);
  if (existsSync(folder)) return folder;

  await mkdir(cacheRoot(), { recursive: true });
  const release = await lock(`${folder}.lock`);
  try {
    if (existsSync(folder)) return folder;
    const unfinished = `${folder}.${randomUUID()}`;
    try {
      await mkdir(unfinished);
      await build(unfinished);
      await rename(unfinished, folder);
    } finally {
      await rm(unfinished, { recursive: true, force: true });
    }
    return folder;
  } finally {
    await release();
  }
}

async function lock(file: string): Promise<() => Promise<void>> {
  for (;;) {
    try {
      const handle = await open(file, 'wx');
      await handle.writeFile(String(process.pid));
      await handle.close();
      return () => rm(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    if (await isAbandoned(file)) await rm(file, { force: true });
    else await sleep(250);
  }
}

async function isAbandoned(file: string): Promise<boolean> {
  const written = (await stat(file).catch(() => undefined))?.mtimeMs ?? Date.now();
  const age = Date.now() - written;
  const owner = Number(await readFile(file, 'utf8').catch(() => ''));
  // Between making the file and writing into it lie microseconds, unless its process was killed.
  if (!owner) return age > 10_000;
  try {
    process.kill(owner, 0);
    // Nothing here takes this long: the number belongs to another process by now.
    return age > 30 * 60_000;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
