import type { Fact, SourceType } from '../../shared/domain/fact.ts';
import { AppError } from '../../shared/errors.ts';
import type { WritableDatabase } from './database.ts';
import { found, requireActive, requireOwn, requireSession } from './guards.ts';

export interface NewFact {
  readonly session_id: number;
  readonly text: string;
  readonly source_type: SourceType;
  readonly source_summary?: string | null | undefined;
  /** A message of the same session. */
  readonly source_message_id?: number | null | undefined;
  /** `confirmed` unless said otherwise: what the technician writes needs no second word. */
  readonly status?: Fact['status'] | undefined;
  /** The earlier session that it is brought over from. */
  readonly from_session_id?: number | null | undefined;
}

export interface FactChanges {
  readonly text?: string | undefined;
  readonly source_type?: SourceType | undefined;
  readonly source_summary?: string | null | undefined;
}

export interface FactQueries {
  add(fact: NewFact): Fact;
  update(id: number, changes: FactChanges): Fact;
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

const COLUMNS =
  'id, session_id, text, source_type, source_summary, source_message_id, status, from_session_id, created_at, updated_at, deleted_at';

const INSERT = `INSERT INTO facts
  (session_id, text, source_type, source_summary, source_message_id, status, from_session_id,
   created_at, updated_at)
  VALUES (@session_id, @text, @source_type, @source_summary, @source_message_id, @status,
   @from_session_id, @at, @at)
  RETURNING ${COLUMNS}`;

const UPDATE = `UPDATE facts SET text = @text, source_type = @source_type,
  source_summary = @source_summary, status = @status, deleted_at = @deleted_at, updated_at = @at
  WHERE id = @id RETURNING ${COLUMNS}`;

const NOT_ON_FILE = 'This fact is not on file. Reload the session and try again.';

export function createFactQueries(database: WritableDatabase, now: () => number): FactQueries {
  const get = (id: number) =>
    found(database.one<Fact>(`SELECT ${COLUMNS} FROM facts WHERE id = @id`, { id }), NOT_ON_FILE);

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
  function change(id: number, decide: (fact: Fact) => Partial<Fact> | null): Fact {
    return database.write(() => {
      const fact = get(id);
      requireActive(database, fact.session_id);
      const changes = decide(fact);
      if (changes === null) return fact;
      const { text, source_type, source_summary, status, deleted_at } = { ...fact, ...changes };
      const row = { id, text, source_type, source_summary, status, deleted_at, at: now() };
      return found(database.one<Fact>(UPDATE, row), NOT_ON_FILE);
    });
  }

  const confirm = (id: number) =>
    change(id, (fact) => {
      requireShown(fact);
      return fact.status === 'confirmed' ? null : { status: 'confirmed' };
    });

  return {
    add({ session_id, text, source_type, source_summary, source_message_id, status, ...from }) {
      return database.write(() => {
        requireActive(database, session_id);
        if (source_message_id != null) requireOwnMessage(session_id, source_message_id);
        const from_session_id = from.from_session_id ?? null;
        if (from_session_id !== null) requireSession(database, from_session_id);
        const row = database.one<Fact>(INSERT, {
          session_id,
          text,
          source_type,
          source_summary: source_summary ?? null,
          source_message_id: source_message_id ?? null,
          status: status ?? 'confirmed',
          from_session_id,
          at: now(),
        });
        return found(row, NOT_ON_FILE);
      });
    },
    update: (id, changes) =>
      change(id, (fact) => {
        requireShown(fact);
        const next = {
          text: changes.text ?? fact.text,
          source_type: changes.source_type ?? fact.source_type,
          source_summary:
            changes.source_summary === undefined ? fact.source_summary : changes.source_summary,
        };
        const differs =
          next.text !== fact.text ||
          next.source_type !== fact.source_type ||
          next.source_summary !== fact.source_summary;
        return differs ? next : null;
      }),
    confirm,
    confirmAll: (sessionId, ids) =>
      database.write(() =>
        ids.map((id) => {
          requireOwn(database, 'facts', id, sessionId);
          return confirm(id);
        }),
      ),
    remove: (id) => change(id, (fact) => (fact.deleted_at === null ? { deleted_at: now() } : null)),
    restore: (id) => change(id, (fact) => (fact.deleted_at === null ? null : { deleted_at: null })),
    list: (sessionId) =>
      database.all<Fact>(
        `SELECT ${COLUMNS} FROM facts WHERE session_id = @session_id AND deleted_at IS NULL ORDER BY id`,
        { session_id: sessionId },
      ),
    get,
  };
}

function requireShown(fact: Fact): void {
  if (fact.deleted_at === null) return;
  throw new AppError(
    'CONFLICT',
    'This fact was removed, so it was not changed. Undo the removal first.',
  );
}
