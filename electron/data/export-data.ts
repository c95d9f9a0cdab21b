import { existsSync, mkdirSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import { runExport } from '../sessions/index.ts';
import type { DataParts } from './parts.ts';

/** Exports into a new folder where the person wants it. It takes its name only when it is whole. */
export async function exportData(
  { store, settings, chooseFolder, onExportProgress, workers, log }: DataParts,
  signal: AbortSignal,
): Promise<{ folder: string; sessions: number } | null> {
  const { file } = store.current();
  const parent = await chooseFolder('Export everything', 'Export here');
  if (parent === null) return null;
  let partial: string | undefined;
  try {
    const folder = claimName(parent);
    partial = `${folder}.partial`;
    const sessions = await runExport({
      worker: workers.export,
      file,
      folder: partial,
      extras: { 'settings.json': `${JSON.stringify((await settings).get(), null, 2)}\n` },
      onProgress: onExportProgress,
      signal,
    });
    await rename(partial, folder);
    return { folder, sessions };
  } catch (error) {
    if (partial !== undefined) {
      await rm(partial, { recursive: true, force: true }).catch((left: unknown) =>
        log.error('a part of an export was left behind', left),
      );
    }
    throw inWords(error, parent);
  }
}

/**
 * A name that nothing has there. The folder that goes by it until it is whole is made here, so that no
 * other export of the same minute takes the name, and takes that folder away when it fails.
 */
function claimName(parent: string): string {
  const stamp = new Date().toISOString().slice(0, 16).replace('T', ' ').replace(':', '');
  const name = join(parent, `ResolutionFlow export ${stamp}`);
  const isClaimed = (folder: string) => !existsSync(folder) && isNew(`${folder}.partial`);
  let free = name;
  for (let count = 2; !isClaimed(free); count += 1) free = `${name} (${count})`;
  return free;
}

function isNew(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function inWords(error: unknown, parent: string): unknown {
  if (error instanceof AppError) return error;
  const code = (error as NodeJS.ErrnoException).code;
  const isFull = code === 'ENOSPC';
  if (!isFull && !['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EIO'].includes(code ?? '')) {
    return error;
  }
  return new AppError(
    isFull ? 'DISK_FULL' : 'INVALID_INPUT',
    isFull
      ? `The disk that holds ${parent} is full, so the export was taken away again. Free some space, or choose another disk.`
      : `${parent} cannot be written to, so nothing was exported. Choose another folder.`,
    undefined,
    { cause: error },
  );
}
