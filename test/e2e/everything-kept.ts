import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Every byte that the app keeps, as text that a search can find things in. */
export async function everythingKept(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const texts = await Promise.all(
    files.map(async (entry) => {
      const bytes = await readFile(join(entry.parentPath, entry.name));
      return `${bytes.toString('latin1')}\n${bytes.toString('utf16le')}`;
    }),
  );
  return texts.join('\n');
}
