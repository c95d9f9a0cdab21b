import { refuseUnless } from './refused.ts';

/**
 * What may stand in a value for cmd. The command prompt has no quoting that holds, since `%`, `!`, `^`
 * and `"` are read before and after it; so only characters that mean nothing to it come in.
 */
const ALLOWED = /^[A-Za-z0-9 .\-_:\\/@,+=]$/;

/** The first character that the command prompt could read as more than text, or null. */
export function refusedByCmd(value: string): string | null {
  return Array.from(value).find((character) => !ALLOWED.test(character)) ?? null;
}

/**
 * `set "Name=value"`. A backslash at the end is refused: it would take the quote after it along when
 * the value is handed to a program.
 */
export function setForCmd(name: string, value: string): string {
  refuseUnless(refusedByCmd(value) === null && !value.endsWith('\\'), 'the command prompt');
  return `set "${name}=${value}"`;
}
