import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '../../shared/errors.ts';

/** The kinds of trouble with the file itself, as against trouble with what was asked of it. */
export type DatabaseFailure = 'damaged' | 'disk_full' | 'read_only' | 'busy' | 'unreadable';

/** Names that the triggers raise; the migrations and the translation below agree on them. */
export const RAISED = {
  session_closed: 'session_closed',
  secret_value: 'secret_value',
  note_under_way: 'note_under_way',
  session_relinked: 'session_relinked',
} as const;

const ALMOST_NOTHING_FREE = 1_000_000;

/** SQLite's own code (`SQLITE_FULL`) or Node's (`ENOSPC`), or an empty text. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function isDiskFull(file: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(dirname(file));
    return bavail * bsize < ALMOST_NOTHING_FREE;
  } catch {
    return false;
  }
}

/** Says what is wrong with the file at `file`, or `undefined` if the error is of another sort. */
export function failureOf(error: unknown, file: string): DatabaseFailure | undefined {
  const code = codeOf(error);
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return 'disk_full';
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return 'damaged';
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_PERM') return 'read_only';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'read_only';
  // What Node makes of a folder, with those above it, that cannot be made on a read-only disk.
  if (code === 'ENOENT' && (error as NodeJS.ErrnoException).syscall === 'mkdir') return 'read_only';
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'busy';
  if (
    code.startsWith('SQLITE_IOERR') ||
    code.startsWith('SQLITE_CANTOPEN') ||
    /^E[A-Z]+$/.test(code)
  ) {
    // A full disk shows itself as an I/O error where SQLite grows its shared-memory file.
    return isDiskFull(file) ? 'disk_full' : 'unreadable';
  }
  return undefined;
}

const FAILURES: Record<DatabaseFailure, (file: string) => AppError> = {
  disk_full: (file) =>
    new AppError(
      'DISK_FULL',
      `The disk is full, so this was not saved. Free some space on the drive that holds ${dirname(file)}, then try again.`,
    ),
  damaged: () =>
    new AppError(
      'STORE_UNAVAILABLE',
      'The session file is damaged, so this could not be read or saved. Restart ResolutionFlow: it checks the file and offers the newest backup.',
    ),
  read_only: (file) =>
    new AppError(
      'STORE_UNAVAILABLE',
      `The session file cannot be written, so this was not saved. Check that you may write to ${dirname(file)}, then try again.`,
    ),
  busy: () =>
    new AppError(
      'STORE_UNAVAILABLE',
      'Another program holds the session file, so this was not saved. Close it (a backup or sync program, say), then try again.',
    ),
  unreadable: (file) =>
    new AppError(
      'STORE_UNAVAILABLE',
      `The disk did not answer, so this could not be read or saved. Check the drive that holds ${dirname(file)}, then try again.`,
    ),
};

function constraintError(error: Error, code: string): AppError {
  if (error.message.includes(RAISED.session_closed)) {
    return new AppError(
      'CONFLICT',
      'This session is closed, so nothing was changed. Start a new session to go on with the problem.',
    );
  }
  if (error.message.includes(RAISED.note_under_way)) {
    return new AppError(
      'CONFLICT',
      "The note of this session waits to be sent, is on its way to the ticket, or stands on it already, so the link was not changed. Finish or cancel the posting first: the session's note says what can be done.",
    );
  }
  if (error.message.includes(RAISED.session_relinked)) {
    return new AppError(
      'CONFLICT',
      'The session is not linked to the ticket that the note is for, so nothing was sent. Look at the link, then post the note again.',
    );
  }
  if (code === 'SQLITE_CONSTRAINT_FOREIGNKEY') {
    return new AppError(
      'NOT_FOUND',
      'What this belongs to is not on file, so nothing was changed. Reload the session and try again.',
    );
  }
  if (code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY') {
    return new AppError(
      'CONFLICT',
      'The same thing is on file already, so nothing was changed. Reload the session and look before you try again.',
    );
  }
  if (code === 'SQLITE_CONSTRAINT_TRIGGER') {
    return new AppError(
      'INTERNAL',
      'Something went wrong in ResolutionFlow, and nothing was changed.',
    );
  }
  return new AppError(
    'INVALID_INPUT',
    'A value is outside of what can be kept, so nothing was changed. Check what you entered and try again.',
  );
}

/**
 * The one place where SQLite's errors become the app's. `onFailure` hears of trouble with the file,
 * so that a file that showed damage is not taken for a good backup.
 */
export function createErrorTranslator(file: string, onFailure: (failure: DatabaseFailure) => void) {
  return (error: unknown): unknown => {
    if (error instanceof AppError) return error;
    const code = codeOf(error);
    if (error instanceof Database.SqliteError && code.startsWith('SQLITE_CONSTRAINT')) {
      return withCause(constraintError(error, code), error);
    }
    const failure = failureOf(error, file);
    if (failure !== undefined) {
      onFailure(failure);
      return withCause(FAILURES[failure](file), error);
    }
    if (error instanceof TypeError && error.message === 'The database connection is not open') {
      return new AppError(
        'STORE_UNAVAILABLE',
        'The session file is closed, because ResolutionFlow is closing. This was not saved.',
      );
    }
    return error;
  };
}

function withCause(error: AppError, cause: unknown): AppError {
  error.cause = cause;
  return error;
}
