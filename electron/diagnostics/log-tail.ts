import { open } from 'node:fs/promises';

/** Far more than the lines wanted take. */
const MOST_BYTES = 256 * 1024;

/** The last lines of a log that goes on from file to file, `files` newest first. Missing ones are no matter. */
export async function logTail(files: readonly string[], count: number): Promise<string[]> {
  let lines: string[] = [];
  for (const file of files) {
    if (lines.length >= count) break;
    lines = [...(await lastLines(file)), ...lines];
  }
  return lines.slice(-count);
}

async function lastLines(file: string): Promise<string[]> {
  const handle = await open(file).catch(() => null);
  if (handle === null) return [];
  try {
    const { size } = await handle.stat();
    const start = Math.max(0, size - MOST_BYTES);
    const { buffer, bytesRead } = await handle.read(
      Buffer.alloc(size - start),
      0,
      size - start,
      start,
    );
    const lines = buffer.subarray(0, bytesRead).toString('utf8').split(/\r?\n/);
    // The first is cut where the reading began.
    return lines.slice(start === 0 ? 0 : 1).filter((line) => line.trim() !== '');
  } finally {
    await handle.close();
  }
}
