import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { StoreStatus } from '../../shared/domain/store-status.ts';
import type { DataParts } from './parts.ts';
import { requireQuiet } from './require-quiet.ts';

/**
 * Deletes what this installation keeps and starts empty. The keys go first: a keychain that does not
 * answer is told before anything is lost. An administrator's policy is not ours to delete.
 */
export async function deleteData(parts: DataParts): Promise<StoreStatus> {
  const { store, search, settings, folders, log } = parts;
  requireQuiet(parts);
  await parts.removeKeys();
  await search.close();
  requireQuiet(parts);
  const left: string[] = [];
  const status = await store.startOver(async () => {
    for (const folder of [folders.data, folders.logs]) left.push(...(await emptied(folder)));
    for (const file of folders.others) left.push(...(await removed(file)));
    (await settings).reset();
  });
  log.info('everything was deleted on the wish of the technician');
  await parts.forgetPage();
  if (left.length > 0) parts.say(notAll(left));
  return status;
}

/** Removes all that a folder holds; answers what stayed. */
async function emptied(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  const stayed = await Promise.all(names.map((name) => removed(join(folder, name))));
  return stayed.flat();
}

async function removed(path: string): Promise<string[]> {
  try {
    await rm(path, { recursive: true, force: true, maxRetries: 3 });
    return [];
  } catch {
    return [path];
  }
}

function notAll(left: readonly string[]): string {
  return `All is deleted but what another program holds. Close that program, then delete by hand:\n\n${left.join('\n')}`;
}
