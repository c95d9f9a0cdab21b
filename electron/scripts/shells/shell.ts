import type { FilledValue } from '../filled-value.ts';

/** What of a value does not ask anything of whoever runs the script. */
export type PlainValue = Exclude<FilledValue, { readonly kind: 'asked' }>;

/** How code writes into a script of one language. Everything that it writes stands on lines of its own. */
export interface Shell {
  /** A line that is not run. */
  comment(text: string): string;
  /** Sets a variable to a value. */
  assign(name: string, value: PlainValue): string;
  /** Lines that ask for a secret when the script runs and keep it off the screen. */
  ask(name: string, prompt: string): readonly string[];
  /**
   * The lines as one block: the shell reads all of it before it runs the first line. So a pasted script
   * does what the same script does from a file: it can end early, and where it asks, the next line is
   * not taken for the answer. Its variables go with it.
   */
  block(lines: readonly string[]): readonly string[];
}

/** Characters that no shell reads as anything in a comment. */
const NOT_PLAIN = /[^\p{L}\p{M}\p{N} .,:()_-]+/gu;

/** A text that cannot leave a comment, whatever it holds. */
export function plainComment(text: string): string {
  return text.replace(NOT_PLAIN, ' ').replace(/ {2,}/g, ' ').trim();
}
