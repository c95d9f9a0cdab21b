import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { listBackups, sessionsIn, syncToDisk } from './backups.ts';
import { type FileLook, refuseUnknownFile } from './file-check.ts';
import { openLocked, type StoreOpening, type StoreOptions } from './open.ts';
import { fileStamp, type StorePaths, withSideFiles } from './paths.ts';
import { OpeningFailure } from './problem.ts';

/**
 * What the technician chose after a {@link StoreOpening} that failed. `restore_prepared` puts a copy
 * that {@link prepareRestore} made in the place of a sound file, which is kept as well.
 */
export type Recovery =
  | { readonly kind: 'restore_backup'; readonly file: string }
  | { readonly kind: 'restore_prepared' }
  | { readonly kind: 'start_empty' };

/**
 * Does what the technician chose, and opens. The damaged file is moved into the folder for damaged
 * files first, with its journal, and stays there. A file that is not ours to move is refused.
 */
export function recoverStore(options: StoreOptions, recovery: Recovery): StoreOpening {
  const now = options.now ?? Date.now;
  return openLocked(options, (paths, setAside): FileLook => {
    // Moving another program's file, or a newer version's, would only hide what is whole.
    refuseUnknownFile(paths.file);
    if (recovery.kind === 'restore_backup') prepareRestore(recovery.file, paths);
    const aside = recovery.kind === 'restore_prepared' ? paths.replaced : paths.damaged;
    for (const moved of moveAside(paths, aside, now())) {
      options.log.warn(`session file: set aside as ${moved}`);
      setAside(moved);
    }
    if (recovery.kind === 'start_empty') return { is_new: true, bytes: 0, closed_cleanly: true };
    renameSync(paths.prepared, paths.file);
    options.log.info('session file: restored from a backup');
    return { is_new: false, bytes: statSync(paths.file).size, closed_cleanly: true };
  });
}

/** Copies and checks the backup before anything is moved, so that a full disk changes nothing. */
export function prepareRestore(backup: string, paths: StorePaths): void {
  const isOurs = listBackups(paths.backups).some(({ file }) => file === backup);
  if (!isOurs) {
    throw new OpeningFailure(
      'damaged',
      `no such backup: ${backup}`,
      'This backup is not in the backup folder any more. Nothing was changed. Choose another one.',
    );
  }
  const copy = paths.prepared;
  try {
    copyFileSync(backup, copy);
    syncToDisk(copy);
    if (sessionsIn(copy) === undefined) {
      throw new OpeningFailure(
        'damaged',
        `damaged backup: ${backup}`,
        'This backup is damaged as well. Nothing was changed. Choose another one.',
      );
    }
  } catch (error) {
    rmSync(copy, { force: true });
    throw error;
  }
}

/** Moves the file and what SQLite keeps beside it; answers where the main part of it went. */
function moveAside(paths: StorePaths, folder: string, at: number): string[] {
  const there = withSideFiles(paths.file).filter((file) => existsSync(file));
  if (there.length === 0) return [];
  mkdirSync(folder, { recursive: true });
  const prefix = freePrefix(paths, folder, at);
  const moved = there.map((file) => {
    const target = join(folder, `${prefix}-${basename(file)}`);
    renameSync(file, target);
    return target;
  });
  return moved.slice(0, 1);
}

function freePrefix(paths: StorePaths, folder: string, at: number): string {
  const stamp = fileStamp(at);
  const isTaken = (prefix: string) =>
    withSideFiles(paths.file).some((file) =>
      existsSync(join(folder, `${prefix}-${basename(file)}`)),
    );
  let prefix = stamp;
  for (let count = 2; isTaken(prefix); count += 1) prefix = `${stamp}-${count}`;
  return prefix;
}
