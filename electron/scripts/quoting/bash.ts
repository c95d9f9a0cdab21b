import { isWritable, refuseUnless } from './refused.ts';

/**
 * A value as a word of bash. Between single quotes every character stands for itself, line ends too;
 * a single quote closes, stands alone behind a backslash, and opens again.
 */
export function quoteForBash(value: string): string {
  refuseUnless(isWritable(value), 'bash');
  return `'${value.replaceAll("'", "'\\''")}'`;
}
