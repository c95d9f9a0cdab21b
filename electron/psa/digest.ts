import { createHash } from 'node:crypto';

/**
 * White space as a PSA may change it on the way: line ends unified, trailing blanks and blank lines
 * dropped, runs of blanks folded. Two texts that differ only in that are the same note.
 */
export function normaliseWhitespace(markdown: string): string {
  return markdown
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.replace(/[\t\u00A0 ]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** SHA-256, in hexadecimal, of a note after {@link normaliseWhitespace}. */
export function noteDigest(markdown: string): string {
  return createHash('sha256').update(normaliseWhitespace(markdown), 'utf8').digest('hex');
}
