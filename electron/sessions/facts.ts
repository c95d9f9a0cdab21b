import {
  type Audience,
  defaultRole,
  type Fact,
  type FactRole,
  type SourceType,
} from '../../shared/domain/fact.ts';
import { AppError } from '../../shared/errors.ts';
import { type ChangesOf, changed } from './changes.ts';
import type { WritableDatabase } from './database.ts';
import { found, requireActive, requireOwn, requireSession } from './guards.ts';

export interface NewFact {
  readonly session_id: number;
  readonly text: string;
  readonly source_type: SourceType;
  readonly source_summary?: string | null | undefined;
  /** A message of the same session. */
  readonly source_message_id?: number | null | undefined;
  /** That of its source unless said otherwise. */
  readonly role?: FactRole | null | undefined;
  readonly chosen_audience?: Audience | null | undefined;
  readonly customer_wording?: string | null | undefined;
  readonly short_wording?: string | null | undefined;
  /** `confirmed` unless said otherwise: what the technician writes needs no second word. */
  readonly status?: Fact['status'] | undefined;
  /** The earlier session that it is brought over from. */
  readonly from_session_id?: number | null | undefined;
}

export type FactChanges = ChangesOf<
  Pick<
    Fact,
    'text' | 'source_type' | 'source_summary' | 'role' | 'customer_wording' | 'short_wording'
  >
>;

/** A line, or the fact that says it already, that becomes the cause or the confirmation of a result. */
export interface ResultLine {
  readonly session_id: number;
  readonly role: 'cause' | 'confirmation';
  readonly text: string;
  readonly source_type: SourceType;
}

export interface FactQueries {
  add(fact: NewFact): Fact;
  /** A role that nobody chose follows a corrected source. */
  update(id: number, changes: FactChanges): Fact;
  /** Facts of one session, all or none; null goes back to the default. */
  setAudience(sessionId: number, ids: readonly number[], audience: Audience | null): Fact[];
  /** Makes a fact of this session the cause or the confirmation, and with it a confirmed one. */
  setResultRole(id: number, result: Pick<ResultLine, 'session_id' | 'role'>): Fact;
  /** The same for a line. One that is among the facts word for word is not added once more. */
  addResult(result: ResultLine): Fact;
  confirm(id: number): Fact;
  /** Facts of one session, all or none. */
  confirmAll(sessionId: number, ids: readonly number[]): Fact[];
  /** Takes the fact out of sight and out of every note; the row stays. */
  remove(id: number): Fact;
  /** Undoes {@link FactQueries.remove}; the fact is back in its old place. */
  restore(id: number): Fact;
  /** Facts that are not removed, in the order in which they were added. */
  list(sessionId: number): Fact[];
  /** Also a removed fact. */
  get(id: number): Fact;
}

/** All that a fact is. */
export const FACT_COLUMNS = `id, session_id, text, source_type, source_summary, source_message_id, role,
  chosen_audience, customer_wording, short_wording, status, from_session_id, created_at, updated_at,
  deleted_at`;

const INSERT = `INSERT INTO facts
  (session_id, text, source_type, source_summary, source_message_id, role, chosen_audience,
   customer_wording, short_wording, status, from_session_id, created_at, updated_at)
  VALUES (@session_id, @text, @source_type, @source_summary, @source_message_id, @role,
   @chosen_audience, @customer_wording, @short_wording, @status, @from_session_id, @at, @at)
  RETURNING ${FACT_COLUMNS}`;

const UPDATE = `UPDATE facts SET text = @text, source_type = @source_type,
  source_summary = @source_summary, role = @role, chosen_audience = @chosen_audience,
  customer_wording = @customer_wording, short_wording = @short_wording, status = @status,
  deleted_at = @deleted_at, updated_at = @at
  WHERE id = @id RETURNING ${FACT_COLUMNS}`;

const FIND_TEXT = `SELECT id FROM facts
  WHERE session_id = @session_id AND text = @text AND deleted_at IS NULL
  ORDER BY role = @role DESC, status = 'confirmed' DESC, id LIMIT 1`;

const NOT_ON_FILE = 'This fact is not on file. Reload the session and try again.';

export function createFactQueries(database: WritableDatabase, now: () => number): FactQueries {
  const get = (id: number) =>
    found(
      database.one<Fact>(`SELECT ${FACT_COLUMNS} FROM facts WHERE id = @id`, { id }),
      NOT_ON_FILE,
    );

  function requireOwnMessage(sessionId: number, messageId: number) {
    const message = database.one(
      'SELECT 1 FROM messages WHERE id = @id AND session_id = @session_id',
      {
        id: messageId,
        session_id: sessionId,
      },
    );
    found(message, 'The message that this fact comes from is not part of this session.');
  }

  /** Reads, lets `decide` say what to change (`null`: nothing), writes; all in one transaction. */
  function change(id: number, decide: (fact: Fact) => ChangesOf<Fact>): Fact {
    return database.write(() => {
      const fact = get(id);
      requireActive(database, fact.session_id);
      const next = changed(fact, decide(fact));
      if (next === null) return fact;
      return found(database.one<Fact>(UPDATE, { ...next, at: now() }), NOT_ON_FILE);
    });
  }

  /** The same for a fact that was not removed. */
  function changeShown(id: number, decide: (fact: Fact) => ChangesOf<Fact>): Fact {
    return change(id, (fact) => {
      requireShown(fact);
      return decide(fact);
    });
  }

  /** The same for several facts of one session, all or none. */
  function changeAll(sessionId: number, ids: readonly number[], changes: ChangesOf<Fact>): Fact[] {
    return database.write(() =>
      ids.map((id) => {
        requireOwn(database, 'facts', id, sessionId);
        return changeShown(id, () => changes);
      }),
    );
  }

  function add(fact: NewFact): Fact {
    return database.write(() => {
      const { session_id, text, source_type } = fact;
      requireActive(database, session_id);
      const source_message_id = fact.source_message_id ?? null;
      if (source_message_id !== null) requireOwnMessage(session_id, source_message_id);
      const from_session_id = fact.from_session_id ?? null;
      if (from_session_id !== null) requireSession(database, from_session_id);
      const row = database.one<Fact>(INSERT, {
        session_id,
        text,
        source_type,
        source_summary: fact.source_summary ?? null,
        source_message_id,
        role: fact.role ?? defaultRole(source_type),
        chosen_audience: fact.chosen_audience ?? null,
        customer_wording: fact.customer_wording ?? null,
        short_wording: fact.short_wording ?? null,
        status: fact.status ?? 'confirmed',
        from_session_id,
        at: now(),
      });
      return found(row, NOT_ON_FILE);
    });
  }

  function setResultRole(
    id: number,
    { session_id, role }: Pick<ResultLine, 'session_id' | 'role'>,
  ) {
    requireOwn(database, 'facts', id, session_id);
    return changeShown(id, () => ({ role, status: 'confirmed' }));
  }

  return {
    add,
    update: (id, changes) => changeShown(id, (fact) => ({ ...changes, ...roleOf(fact, changes) })),
    setAudience: (sessionId, ids, audience) =>
      changeAll(sessionId, ids, { chosen_audience: audience }),
    setResultRole,
    addResult: (result) =>
      database.write(() => {
        const { session_id, text, role } = result;
        const same = database.one<{ id: number }>(FIND_TEXT, { session_id, text, role });
        return same === undefined ? add(result) : setResultRole(same.id, result);
      }),
    confirm: (id) => changeShown(id, () => ({ status: 'confirmed' })),
    confirmAll: (sessionId, ids) => changeAll(sessionId, ids, { status: 'confirmed' }),
    remove: (id) => change(id, (fact) => (fact.deleted_at === null ? { deleted_at: now() } : {})),
    restore: (id) => change(id, () => ({ deleted_at: null })),
    list: (sessionId) =>
      database.all<Fact>(
        `SELECT ${FACT_COLUMNS} FROM facts WHERE session_id = @session_id AND deleted_at IS NULL ORDER BY id`,
        { session_id: sessionId },
      ),
    get,
  };
}

/** The role that goes with a corrected source, where the fact has the one that went with the old source. */
function roleOf(fact: Fact, { source_type, role }: FactChanges): ChangesOf<Fact> {
  if (source_type === undefined || role !== undefined) return {};
  return fact.role === defaultRole(fact.source_type) ? { role: defaultRole(source_type) } : {};
}

function requireShown(fact: Fact): void {
  if (fact.deleted_at === null) return;
  throw new AppError(
    'CONFLICT',
    'This fact was removed, so it was not changed. Undo the removal first.',
  );
}
