import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import { runExport } from '../sessions/index.ts';
import type { DataParts } from './parts.ts';

/** How often progress is told, at most. */
const TELL_MILLISECONDS = 100;

/** Exports into a new folder where the person wants it. It takes its name only when it is whole. */
export async function exportData(
  { store, settings, chooseFolder, onExportProgress, workers, log }: DataParts,
  signal: AbortSignal,
): Promise<{ folder: string; sessions: number } | null> {
  const { file } = store.current();
  const parent = await chooseFolder('Export everything', 'Export here');
  if (parent === null) return null;
  const folder = freeName(parent);
  const partial = `${folder}.partial`;
  let told = 0;
  try {
    const sessions = await runExport({
      worker: workers.export,
      file,
      folder: partial,
      extras: { 'settings.json': `${JSON.stringify((await settings).get(), null, 2)}\n` },
      onProgress(progress) {
        const isNews = Date.now() - told >= TELL_MILLISECONDS;
        if (!isNews && progress.done < progress.total) return;
        told = Date.now();
        onExportProgress(progress);
      },
      signal,
    });
    await rename(partial, folder);
    return { folder, sessions };
  } catch (error) {
    await rm(partial, { recursive: true, force: true }).catch((left: unknown) =>
      log.error('a part of an export was left behind', left),
    );
    throw inWords(error, parent);
  }
}

/** A name that nothing has there. */
function freeName(parent: string): string {
  const stamp = new Date().toISOString().slice(0, 16).replace('T', ' ').replace(':', '');
  const name = join(parent, `ResolutionFlow export ${stamp}`);
  const isTaken = (folder: string) => existsSync(folder) || existsSync(`${folder}.partial`);
  let free = name;
  for (let count = 2; isTaken(free); count += 1) free = `${name} (${count})`;
  return free;
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
