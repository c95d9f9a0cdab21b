import type { z } from 'zod';
import { AppError } from '../../shared/errors.ts';

/** For what no form sends: a field that is missing, or of another type. A fault of the window, not of a person. */
const MALFORMED =
  'The window asked for something that cannot be read. Try again; if it happens again, send the log (Help → Open log folder).';

/**
 * Parses untrusted input by a schema of the contract. Throws `INVALID_INPUT` with the first message
 * as its own and `details.fields` naming each field's message, for the form that sent it.
 */
export function parseInput(schema: z.ZodType, input: unknown): unknown {
  // Words of the contract come before these, which stand in for the library's own.
  const result = schema.safeParse(input, { error: inWords });
  if (result.success) return result.data;

  const fields: Record<string, string> = {};
  for (const issue of result.error.issues) {
    const field = issue.path.join('.');
    if (field !== '') fields[field] ??= issue.message;
  }
  const message = result.error.issues[0]?.message ?? MALFORMED;
  throw new AppError('INVALID_INPUT', message, { fields });
}

function inWords(issue: z.core.$ZodRawIssue): string {
  return issue.code === 'too_big' && issue.origin === 'string'
    ? `This is too long: ${issue.maximum.toLocaleString('en')} characters are the most.`
    : MALFORMED;
}
