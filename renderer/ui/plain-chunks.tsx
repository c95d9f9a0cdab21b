import { classesOf } from './class-names.ts';
import styles from './plain-chunks.module.css';

const css = classesOf(styles);

/** A stretch of plain text has so many characters and lines at most. */
const CHUNK = 4_000;
const CHUNK_LINES = 200;

/**
 * Cuts a text into stretches that are laid out each for itself, at ends of lines where there are
 * some, else between words, else anywhere. All but the last stay as they are when the text grows.
 */
export function plainChunks(text: string): readonly string[] {
  const chunks: string[] = [];
  let rest = text;
  while (rest !== '') {
    const chunk = wholeCharacters(rest, chunkEnd(rest));
    chunks.push(chunk);
    rest = rest.slice(chunk.length);
  }
  return chunks;
}

function chunkEnd(text: string): number {
  let line = -1;
  for (let lines = 0; lines < CHUNK_LINES; lines += 1) {
    line = text.indexOf('\n', line + 1);
    if (line === -1 || line >= CHUNK) break;
  }
  if (line !== -1 && line < CHUNK) return line + 1;
  if (text.length <= CHUNK) return text.length;
  for (const mark of ['\n', ' ']) {
    const at = text.lastIndexOf(mark, CHUNK - 1);
    if (at >= CHUNK / 2) return at + 1;
  }
  return CHUNK;
}

/** The text up to a place, or one character less where the place lies inside of one. */
export function wholeCharacters(text: string, end: number): string {
  const last = text.charCodeAt(end - 1);
  const isFirstHalf = last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, isFirstHalf && end < text.length ? end - 1 : end);
}

/** A text of any length as it is, in stretches: those out of sight are not laid out. */
export function PlainChunks({ text }: { readonly text: string }) {
  return plainChunks(text).map((chunk, index, { length }) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: stretches have no identity but their place
    <div key={index} className={css('plain', index < length - 1 && 'chunk')}>
      {chunk}
    </div>
  ));
}
