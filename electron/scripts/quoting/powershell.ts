import { isWritable, refuseUnless } from './refused.ts';

/** PowerShell takes the typographic single quotes for the plain one, as a start and as an end. */
const SINGLE_QUOTES = /['\u2018\u2019\u201A\u201B]/g;

/**
 * A value as a string of PowerShell. Between single quotes nothing is expanded and line feeds stay;
 * a quote, of whichever of the five kinds, is doubled and stands for itself. A carriage return is
 * refused: a script file has its own line ends, and the value would not come back as it was.
 */
export function quoteForPowerShell(value: string): string {
  refuseUnless(isWritable(value) && !value.includes('\r'), 'PowerShell');
  return `'${value.replace(SINGLE_QUOTES, '$&$&')}'`;
}
