import type { z } from 'zod';
import { AppError } from '../../shared/errors.ts';

/**
 * Parses untrusted input by a schema of the contract. Throws `INVALID_INPUT` with the first message
 * as its own and `details.fields` naming each field's message, for the form that sent it.
 */
export function parseInput(schema: z.ZodType, input: unknown): unknown {
  const result = schema.safeParse(input);
  if (result.success) return result.data;

  const fields: Record<string, string> = {};
  for (const issue of result.error.issues) {
    const field = issue.path.join('.');
    if (field !== '') fields[field] ??= issue.message;
  }
  const message = result.error.issues[0]?.message ?? 'This input cannot be read.';
  throw new AppError('INVALID_INPUT', message, { fields });
}
