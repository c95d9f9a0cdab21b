import type { KnownName } from '../../shared/domain/known-name.ts';
import { changed } from './changes.ts';
import type { WritableDatabase } from './database.ts';
import { requireActive } from './guards.ts';

/** Hosts and accounts of a session. A name is the same in upper and lower case. */
export interface NameQueries {
  /** Marks a name, or changes what is on record of it. */
  set(sessionId: number, name: KnownName): KnownName[];
  /** Adds the names that are not on record yet; what is on record of the others stays. */
  learn(sessionId: number, names: readonly KnownName[]): KnownName[];
  /** A name that is not on record is no error. */
  remove(sessionId: number, name: string): KnownName[];
  /** In the order in which they were added. */
  list(sessionId: number): KnownName[];
}

type Row = KnownName & { readonly id: number };

const LIST =
  'SELECT name, kind, wording FROM known_names WHERE session_id = @session_id ORDER BY id';

const FIND = 'SELECT id, name, kind, wording FROM known_names WHERE session_id = @session_id';

const INSERT = `INSERT INTO known_names (session_id, name, kind, wording, created_at, updated_at)
  VALUES (@session_id, @name, @kind, @wording, @at, @at)`;

const UPDATE = `UPDATE known_names SET name = @name, kind = @kind, wording = @wording,
  updated_at = @at WHERE id = @id`;

export function createNameQueries(database: WritableDatabase, now: () => number): NameQueries {
  const list = (session_id: number) => database.all<KnownName>(LIST, { session_id });

  /** SQLite folds the case of ASCII letters only, so that the comparison is made here. */
  const find = (session_id: number, name: string) =>
    database
      .all<Row>(FIND, { session_id })
      .find((one) => one.name.toLowerCase() === name.toLowerCase());

  function insert(session_id: number, { name, kind, wording }: KnownName): void {
    database.run(INSERT, { session_id, name, kind, wording, at: now() });
  }

  return {
    set: (sessionId, { name, kind, wording }) =>
      database.write(() => {
        requireActive(database, sessionId);
        const known = find(sessionId, name);
        if (known === undefined) insert(sessionId, { name, kind, wording });
        else {
          const next = changed<Row>(known, { name, kind, wording });
          if (next !== null) database.run(UPDATE, { ...next, at: now() });
        }
        return list(sessionId);
      }),
    learn: (sessionId, names) =>
      database.write(() => {
        requireActive(database, sessionId);
        for (const name of names) {
          if (find(sessionId, name.name) === undefined) insert(sessionId, name);
        }
        return list(sessionId);
      }),
    remove: (sessionId, name) =>
      database.write(() => {
        requireActive(database, sessionId);
        const known = find(sessionId, name);
        if (known !== undefined) {
          database.run('DELETE FROM known_names WHERE id = @id', { id: known.id });
        }
        return list(sessionId);
      }),
    list,
  };
}
