import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What a folder holds, all its folders included. */
export interface FolderSize {
  readonly files: number;
  readonly bytes: number;
}

/** So many files are counted; a home has some hundreds. */
const MOST_FILES = 50_000;

/** Counts a folder. What cannot be read counts nothing. */
export async function folderSize(folder: string): Promise<FolderSize> {
  let files = 0;
  let bytes = 0;
  const folders = [folder];
  for (let next = folders.pop(); next !== undefined && files < MOST_FILES; next = folders.pop()) {
    const entries = await readdir(next, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const path = join(next, entry.name);
      if (entry.isDirectory()) folders.push(path);
      if (!entry.isFile()) continue;
      files += 1;
      bytes += (await stat(path).catch(() => ({ size: 0 }))).size;
    }
  }
  return { files, bytes };
}

/** `3.4 MB`. */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  const units = ['kB', 'MB', 'GB', 'TB'];
  let value = bytes / 1_000;
  let unit = 0;
  while (value >= 1_000 && unit < units.length - 1) {
    value /= 1_000;
    unit += 1;
  }
  return `${value.toFixed(1)} ${units[unit]}`;
}
