import { AppError } from '../../shared/errors.ts';

const UNEXPECTED =
  'Something went wrong in the app. Nothing you typed was lost; try again, and see the logs if it stays.';

/** What to tell the person about a failure. Never a stack, never a name of a class. */
export function describeError(error: unknown): string {
  return error instanceof AppError ? error.message : UNEXPECTED;
}

/** What the main process says of one field that it refused, or undefined. */
export function fieldError(error: unknown, field: string): string | undefined {
  return fieldErrors(error)[field];
}

/** A failure that none of these fields shows, or undefined. */
export function formError(error: unknown, fields: readonly string[]): string | undefined {
  if (error === null || error === undefined) return undefined;
  const shown = fieldErrors(error);
  return fields.some((field) => field in shown) ? undefined : describeError(error);
}

function fieldErrors(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof AppError) || error.code !== 'INVALID_INPUT') return {};
  const { fields } = error.details ?? {};
  if (typeof fields !== 'object' || fields === null) return {};
  return Object.fromEntries(
    Object.entries(fields).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}
