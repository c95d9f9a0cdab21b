import type { Session } from '../../shared/domain/session.ts';
import { AppError } from '../../shared/errors.ts';
import type { ReadableDatabase } from './database.ts';

const SESSION = `SELECT id, title, summary, customer_summary, language, affected, since, impact, priority,
  escalation_reason, escalation_note, promised, contact, next_owner, intake, domain, ticket_ref, state,
  state_version, created_at, updated_at, closed_at FROM sessions WHERE id = @id`;

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

const OWN = {
  facts: 'This fact is not part of this session.',
  checks: 'This check is not part of this session.',
  suggested_fixes: 'This suggested fix is not part of this session.',
  script_generations: 'This script is not part of this session.',
} as const;

/** Makes sure that a row that another one is to point to is of the same session. */
export function requireOwn(
  database: ReadableDatabase,
  table: keyof typeof OWN,
  id: number,
  sessionId: number,
): void {
  const sql = `SELECT 1 FROM ${table} WHERE id = @id AND session_id = @session_id`;
  found(database.one(sql, { id, session_id: sessionId }), OWN[table]);
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
