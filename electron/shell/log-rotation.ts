import { renameSync } from 'node:fs';
import { join, parse } from 'node:path';

/** Files of a log, the one in use among them. */
export const LOG_FILES = 5;

/** The older files of a log, the newest first: `main.1.log` to `main.4.log`. */
export function olderLogs(file: string): string[] {
  const { dir, name, ext } = parse(file);
  return Array.from({ length: LOG_FILES - 1 }, (_, index) =>
    join(dir, `${name}.${index + 1}${ext}`),
  );
}

/**
 * Moves a full log out of the way: each older file one place on, the oldest away. False where it
 * could not be moved; then the writer has to make room in it, or it would grow without end.
 */
export function rotateLog(file: string): boolean {
  const files = [file, ...olderLogs(file)];
  for (let index = files.length - 1; index > 0; index -= 1) {
    const [from, to] = [files[index - 1], files[index]];
    if (from === undefined || to === undefined) continue;
    try {
      renameSync(from, to);
    } catch {
      // There are not that many yet, or another program reads it; only the one in use has to move.
      if (index === 1) return false;
    }
  }
  return true;
}
