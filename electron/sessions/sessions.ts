import type {
  Domain,
  Session,
  SessionListItem,
  SessionState,
} from '../../shared/domain/session.ts';
import type { WritableDatabase } from './database.ts';
import { requireActive, requireSession } from './guards.ts';

export interface NewSession {
  readonly title: string;
  readonly intake: string;
  readonly domain: Domain;
  readonly ticket_ref: string | null;
}

export interface SessionChanges {
  readonly title?: string | undefined;
  readonly summary?: string | undefined;
  readonly intake?: string | undefined;
  readonly domain?: Domain | undefined;
  readonly ticket_ref?: string | null | undefined;
}

export interface SessionPage {
  /** How many at most. */
  readonly limit: number;
  /** The last session of the page before this one. */
  readonly before?: { readonly updated_at: number; readonly id: number } | undefined;
  readonly state?: SessionState | undefined;
}

export interface SessionQueries {
  create(session: NewSession): Session;
  get(id: number): Session;
  /** Newest change first. */
  list(page: SessionPage): SessionListItem[];
  /** Sets what is given; without a real difference nothing is written and no version advances. */
  update(id: number, changes: SessionChanges): Session;
  count(): number;
  exists(id: number): boolean;
  /** The session of a ticket: an active one before a closed one, then the one changed last. */
  findByTicket(ticketRef: string): number | null;
}

/** What the session list reads of a session. */
export const LIST_COLUMNS = 'id, title, domain, ticket_ref, state, updated_at, closed_at';

/**
 * Ids go by the second of creation, so that none comes again after a backup was restored or an empty
 * file was begun: a half-written message is kept by its session's id.
 */
const INSERT = `INSERT INTO sessions (id, title, intake, domain, ticket_ref, created_at, updated_at)
  VALUES (max(CAST(@at / 1000 AS INTEGER), (SELECT coalesce(max(id), 0) + 1 FROM sessions)),
    @title, @intake, @domain, @ticket_ref, @at, @at) RETURNING id`;

const UPDATE = `UPDATE sessions SET title = @title, summary = @summary, intake = @intake,
  domain = @domain, ticket_ref = @ticket_ref, updated_at = max(updated_at, @at) WHERE id = @id`;

const FIND_BY_TICKET = `SELECT id FROM sessions WHERE ticket_ref = @ticket_ref
  ORDER BY state = 'active' DESC, updated_at DESC, id DESC LIMIT 1`;

export function createSessionQueries(
  database: WritableDatabase,
  now: () => number,
): SessionQueries {
  return {
    create({ title, intake, domain, ticket_ref }) {
      return database.write(() => {
        const row = database.one<{ id: number }>(INSERT, {
          title,
          intake,
          domain,
          ticket_ref,
          at: now(),
        });
        return requireSession(database, row?.id ?? 0);
      });
    },
    get: (id) => requireSession(database, id),
    list({ limit, before, state }) {
      const conditions = [
        ...(before === undefined ? [] : ['(updated_at, id) < (@updated_at, @id)']),
        ...(state === undefined ? [] : ['state = @state']),
      ];
      const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
      return database.all<SessionListItem>(
        `SELECT ${LIST_COLUMNS} FROM sessions ${where} ORDER BY updated_at DESC, id DESC LIMIT @limit`,
        { limit, ...before, ...(state === undefined ? {} : { state }) },
      );
    },
    update(id, changes) {
      return database.write(() => {
        const session = requireActive(database, id);
        const next = {
          title: changes.title ?? session.title,
          summary: changes.summary ?? session.summary,
          intake: changes.intake ?? session.intake,
          domain: changes.domain ?? session.domain,
          ticket_ref: changes.ticket_ref === undefined ? session.ticket_ref : changes.ticket_ref,
        };
        const differs =
          next.title !== session.title ||
          next.summary !== session.summary ||
          next.intake !== session.intake ||
          next.domain !== session.domain ||
          next.ticket_ref !== session.ticket_ref;
        if (!differs) return session;
        database.run(UPDATE, { id, ...next, at: now() });
        return requireSession(database, id);
      });
    },
    exists: (id) =>
      database.one<{ id: number }>('SELECT id FROM sessions WHERE id = @id', { id }) !== undefined,
    findByTicket: (ticket_ref) =>
      database.one<{ id: number }>(FIND_BY_TICKET, { ticket_ref })?.id ?? null,
    count: () =>
      database.one<{ count: number }>('SELECT count(*) AS count FROM sessions')?.count ?? 0,
  };
}
