import {
  type Domain,
  HAND_OFF_FIELDS,
  type HandOff,
  type Session,
  type SessionListItem,
  type SessionState,
} from '../../shared/domain/session.ts';
import { type ChangesOf, changed } from './changes.ts';
import type { WritableDatabase } from './database.ts';
import { requireActive, requireSession } from './guards.ts';
import type { ProposalQueries } from './proposals.ts';

export interface NewSession {
  readonly title: string;
  readonly intake: string;
  readonly domain: Domain;
  readonly ticket_ref: string | null;
}

/** The fields of a session that people fill in. */
type Fields = Pick<
  Session,
  'title' | 'summary' | 'customer_summary' | 'language' | 'intake' | 'domain' | 'ticket_ref'
> &
  HandOff;

export type SessionChanges = ChangesOf<Fields> & {
  /** The proposal of a summary or of hand-off fields that this confirms, as it is or reworded. */
  readonly proposal_id?: number | null | undefined;
};

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

const UPDATE = `UPDATE sessions SET title = @title, summary = @summary,
  customer_summary = @customer_summary, language = @language, intake = @intake, domain = @domain,
  ticket_ref = @ticket_ref, ${HAND_OFF_FIELDS.map((field) => `${field} = @${field}`).join(', ')},
  updated_at = max(updated_at, @at) WHERE id = @id`;

const FIND_BY_TICKET = `SELECT id FROM sessions WHERE ticket_ref = @ticket_ref
  ORDER BY state = 'active' DESC, updated_at DESC, id DESC LIMIT 1`;

export function createSessionQueries(
  database: WritableDatabase,
  now: () => number,
  { proposals }: { readonly proposals: ProposalQueries },
): SessionQueries {
  function confirm(session_id: number, proposalId: number): void {
    const { proposed } = proposals.get(proposalId);
    const kind = proposed.kind === 'hand_off' ? 'hand_off' : 'summary';
    proposals.expect(proposalId, { session_id, kind });
    proposals.decide(proposalId, 'confirmed');
  }

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
    update(id, { proposal_id = null, ...changes }) {
      return database.write(() => {
        const session = requireActive(database, id);
        if (proposal_id !== null) confirm(id, proposal_id);
        const next = changed(session, changes);
        if (next === null) return session;
        database.run(UPDATE, { ...next, at: now() });
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
