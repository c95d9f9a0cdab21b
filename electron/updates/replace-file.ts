import { createHash } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  copyFileSync,
  fsyncSync,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UpdateFault } from './faults.ts';

const CHUNK_BYTES = 1 << 20;

/**
 * Puts a downloaded program in the place of an installed one: copied beside it, checked there once more,
 * then swapped in one step, so that whatever fails (a full disk, a power cut) one whole file stands
 * there. The name stays, for launchers point to it.
 */
export function replaceFile(options: {
  readonly from: string;
  readonly to: string;
  /** base64 */
  readonly sha512: string;
}): void {
  const to = realpathSync(options.to);
  const beside = join(dirname(to), `.${basename(to)}.new`);
  try {
    copyFileSync(options.from, beside);
    chmodSync(beside, 0o755);
    if (digestToDisk(beside) !== options.sha512) throw new UpdateFault('checksum');
    renameSync(beside, to);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
  rmSync(options.from, { force: true });
}

/** Reads a file back and sees to it that it is on the disk. */
function digestToDisk(path: string): string {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
    const hash = createHash('sha512');
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) {
      hash.update(chunk.subarray(0, read));
    }
    return hash.digest('base64');
  } finally {
    closeSync(file);
  }
}
