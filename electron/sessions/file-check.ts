import { accessSync, closeSync, constants, openSync, readSync, statSync } from 'node:fs';
import { listBackups } from './backups.ts';
import { type FileIdentity, refuseUnknown } from './migrate.ts';
import type { StorePaths } from './paths.ts';
import { OpeningFailure } from './problem.ts';

/** What a look at the file says before SQLite is let near it. */
export interface FileLook {
  readonly bytes: number;
  /** The last process that wrote it closed it in order: nothing is left in the journal. */
  readonly closed_cleanly: boolean;
  /** There is nothing in it yet, or every page of it was read and found sound a moment ago. */
  readonly known_sound: boolean;
}

/** How a file looks that is about to be made. */
export const NEW_FILE: FileLook = {
  bytes: 0,
  closed_cleanly: true,
  known_sound: true,
};

const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';

/**
 * Refuses what SQLite would take for a new file, or would only stumble over later: text in place of
 * a database, a file that lost its end, an empty one where there was data. Reads a hundred bytes.
 *
 * An empty or missing file counts as new only if nothing says that there was data: no journal with
 * content (SQLite would delete it) and no backup. Otherwise starting empty would look to the
 * technician as though all sessions were gone for good.
 */
export function lookAtFile(paths: StorePaths): FileLook {
  const bytes = sizeOf(paths.file);
  const journal = sizeOf(`${paths.file}-wal`) ?? 0;
  if (bytes === undefined || bytes === 0) {
    const what = bytes === undefined ? 'missing' : 'empty';
    if (journal > 0)
      throw new OpeningFailure('damaged', `file ${what}, journal of ${journal} bytes`);
    if (listBackups(paths.backups).length > 0) {
      throw new OpeningFailure('damaged', `file ${what}, but there are backups`, lost(paths, what));
    }
    return NEW_FILE;
  }
  accessSync(paths.file, constants.R_OK | constants.W_OK);
  checkHeader(paths.file, bytes, journal === 0);
  return { bytes, closed_cleanly: journal === 0, known_sound: false };
}

function lost({ file }: StorePaths, what: 'missing' | 'empty'): string {
  return `The session file ${file} is ${what}, although there are backups of it. If you moved it, put it back and try again; otherwise restore the newest backup, or start empty.`;
}

function checkHeader(file: string, bytes: number, isWhole: boolean): void {
  const header = readHeader(file);
  if (header === undefined) throw new OpeningFailure('damaged', 'no SQLite header');
  // With a journal the file may rightly be behind it; SQLite sorts that out.
  if (!isWhole) return;
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  const pages = header.readUInt32BE(28);
  if (pages * pageSize > bytes) {
    throw new OpeningFailure('damaged', `cut off: ${bytes} of ${pages * pageSize} bytes`);
  }
  // Before a connection is made, which would change another program's file a little.
  refuseUnknown(file, identityIn(header));
}

/** Refuses a whole file that is not ours to move, without SQLite, which leaves side files behind. */
export function refuseUnknownFile(file: string): void {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return;
  const header = readHeader(file);
  if (header !== undefined) refuseUnknown(file, identityIn(header));
}

/** Field offsets as in the description of SQLite's file format. A first table needs a second page. */
function identityIn(header: Buffer): FileIdentity {
  return {
    version: header.readUInt32BE(60),
    application_id: header.readUInt32BE(68),
    is_blank: header.readUInt32BE(28) <= 1,
  };
}

/** `undefined` for a file that is not a database. */
function readHeader(file: string): Buffer | undefined {
  const descriptor = openSync(file, 'r');
  try {
    const header = Buffer.alloc(HEADER_BYTES);
    const bytes = readSync(descriptor, header, 0, HEADER_BYTES, 0);
    const isDatabase =
      bytes === HEADER_BYTES && header.toString('latin1', 0, MAGIC.length) === MAGIC;
    return isDatabase ? header : undefined;
  } finally {
    closeSync(descriptor);
  }
}

/** Bytes, or `undefined` if there is no such file. */
function sizeOf(file: string): number | undefined {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats !== undefined && !stats.isFile()) {
    throw new OpeningFailure('unreadable', `${file} is not a file`);
  }
  return stats?.size;
}
