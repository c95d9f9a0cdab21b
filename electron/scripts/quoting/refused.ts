import { AppError } from '../../../shared/errors.ts';

/** A half of a character pair: it cannot be written to a file or the clipboard as it is. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * The last line against a value that a literal cannot hold. Values are judged in words long before; one
 * that gets here all the same must not become part of a script.
 */
export function refuseUnless(fits: boolean, shell: string): void {
  if (fits) return;
  throw new AppError('INVALID_INPUT', `This value cannot be written safely in ${shell}.`);
}

/** Whether every character can be written as UTF-8 and none of them ends a text early. */
export function isWritable(value: string): boolean {
  return !value.includes('\0') && !LONE_SURROGATE.test(value);
}
