import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { listBackups, sessionsIn, syncToDisk } from './backups.ts';
import { type FileLook, NEW_FILE, refuseUnknownFile } from './file-check.ts';
import { schemaVersion } from './integrity.ts';
import { LATEST_VERSION, migrateCopy } from './migrate.ts';
import { openLocked, type StoreOpening, type StoreOptions } from './open.ts';
import { fileStamp, type StorePaths, withSideFiles } from './paths.ts';
import { OpeningFailure } from './problem.ts';

/**
 * What the technician chose. `restore_prepared` puts a copy that {@link prepareRestore} made in the
 * place of the file, whatever that is like: `sound` where the technician goes back by choice.
 */
export type Recovery =
  | { readonly kind: 'restore_prepared'; readonly instead_of: 'damaged' | 'sound' }
  | { readonly kind: 'start_empty' };

/**
 * Does what the technician chose, and opens. The file that was there is moved into the folder for
 * damaged or for replaced ones first, with its journal, and stays there. A file that is not ours to
 * move is refused.
 */
export function recoverStore(options: StoreOptions, recovery: Recovery): StoreOpening {
  const now = options.now ?? Date.now;
  return openLocked(options, (paths, setAside): FileLook => {
    // Moving another program's file, or a newer version's, would only hide what is whole.
    refuseUnknownFile(paths.file);
    const wasSound = recovery.kind === 'restore_prepared' && recovery.instead_of === 'sound';
    const aside = wasSound ? paths.replaced : paths.damaged;
    for (const moved of moveAside(paths, aside, now())) {
      options.log.warn(`session file: set aside as ${moved}`);
      setAside(moved);
    }
    if (recovery.kind === 'start_empty') return NEW_FILE;
    renameSync(paths.prepared, paths.file);
    options.log.info('session file: restored from a backup');
    const { size } = statSync(paths.file);
    return { bytes: size, closed_cleanly: true, known_sound: true };
  });
}

/**
 * Copies the backup, checks the copy and brings it up to date before anything is moved, so that a full
 * disk, a damaged backup or one from a newer version changes nothing. All that takes long where the
 * backup is large happens here, which can be on a thread; what is left is to put the copy in place.
 */
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
    // A journal that a run before this one left would be taken for this copy's.
    removeWithSideFiles(copy);
    copyFileSync(backup, copy);
    syncToDisk(copy);
    if (sessionsIn(copy) === undefined) {
      throw new OpeningFailure(
        'damaged',
        `damaged backup: ${backup}`,
        'This backup is damaged as well. Nothing was changed. Choose another one.',
      );
    }
    if (schemaVersion(copy) > LATEST_VERSION) {
      throw new OpeningFailure(
        'damaged',
        `backup of a newer version: ${backup}`,
        'This backup was made by a newer version of ResolutionFlow. Nothing was changed. Choose another one, or install the newest version first.',
      );
    }
    migrateCopy(copy);
  } catch (error) {
    removeWithSideFiles(copy);
    throw error;
  }
}

function removeWithSideFiles(file: string): void {
  for (const name of withSideFiles(file)) rmSync(name, { force: true });
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
