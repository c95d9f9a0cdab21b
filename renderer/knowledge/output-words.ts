/** `640 bytes`, `12 kB`, `1.4 MB`. */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`;
  if (bytes < 999_500) return `${Math.round(bytes / 1_000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** So much of an output is on the page at once; far more would make the column heavy. */
const SHOWN = 60_000;

/** The beginning of a long output, up to the end of a line where there is one; null where all fits. */
export function beginningOf(output: string): string | null {
  if (output.length <= SHOWN) return null;
  const cut = output.slice(0, SHOWN);
  const lastLine = cut.lastIndexOf('\n');
  return lastLine > SHOWN / 2 ? cut.slice(0, lastLine) : cut;
}
