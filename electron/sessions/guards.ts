import type { Session } from '../../shared/domain/session.ts';
import { AppError } from '../../shared/errors.ts';
import type { ReadableDatabase } from './database.ts';

const SESSION =
  'SELECT id, title, summary, intake, domain, ticket_ref, state, state_version, created_at, updated_at, closed_at FROM sessions WHERE id = @id';

/** The session, or `NOT_FOUND`. */
export function requireSession(database: ReadableDatabase, id: number): Session {
  return found(
    database.one<Session>(SESSION, { id }),
    'This session is not on file. Choose another one from the list.',
  );
}

/** The session if it may be written, else `CONFLICT` that says how and when it was closed. */
export function requireActive(database: ReadableDatabase, id: number): Session {
  const session = requireSession(database, id);
  if (session.state === 'active') return session;
  throw new AppError(
    'CONFLICT',
    `This session was ${session.state} on ${dateAndTime(session.closed_at)}, so nothing was changed or sent. Start a new session to go on with the problem.`,
    { state: session.state, closed_at: session.closed_at },
  );
}

/** The row, or `NOT_FOUND` with the given words. */
export function found<Row>(row: Row | undefined, message: string): Row {
  if (row === undefined) throw new AppError('NOT_FOUND', message);
  return row;
}

function dateAndTime(at: number | null): string {
  if (at === null) return 'an unknown date';
  // Made here, not once for all: it loads language data, which a start can do without.
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}
