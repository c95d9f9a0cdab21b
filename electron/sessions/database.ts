import type BetterSqlite3 from 'better-sqlite3';
import { createErrorTranslator, type DatabaseFailure } from './sql-errors.ts';

type Value = string | number | null | Uint8Array;
export type Parameters = Readonly<Record<string, Value>>;

/** What a query may do that only looks. The search worker has nothing else. */
export interface ReadableDatabase {
  /** The first row, or `undefined`. Also for `INSERT … RETURNING` on a writable database. */
  one<Row>(sql: string, parameters?: Parameters): Row | undefined;
  all<Row>(sql: string, parameters?: Parameters): Row[];
  /** Rows one by one; the query stops as soon as the caller does. */
  each<Row>(sql: string, parameters?: Parameters): IterableIterator<Row>;
  /** Runs `work` on one unchanging view of the file. */
  read<Result>(work: () => Result): Result;
}

/** A database that may be written. There is one per file, in one process. */
export interface WritableDatabase extends ReadableDatabase {
  /** Runs a statement and answers how many rows it changed, triggers not counted. */
  run(sql: string, parameters?: Parameters): number;
  /** Runs `work` in one immediate transaction: all of it is durable on return, or none of it happened. */
  write<Result>(work: () => Result): Result;
}

const NOTHING: Parameters = {};

/**
 * Wraps a connection: statements are prepared once and kept by their text, and every failure leaves
 * as an `AppError` in the technician's words.
 */
export function createDatabase(
  connection: BetterSqlite3.Database,
  onFailure: (failure: DatabaseFailure) => void = () => {},
): WritableDatabase {
  const statements = new Map<string, BetterSqlite3.Statement<[Parameters]>>();
  const transaction = connection.transaction((work: () => unknown) => work());
  const translate = createErrorTranslator(connection.name, onFailure);

  function prepared(sql: string) {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const statement = connection.prepare<[Parameters]>(sql);
    statements.set(sql, statement);
    return statement;
  }

  function translated<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      throw translate(error);
    }
  }

  return {
    one<Row>(sql: string, parameters = NOTHING) {
      return translated(() => prepared(sql).get(parameters) as Row | undefined);
    },
    all<Row>(sql: string, parameters = NOTHING) {
      return translated(() => prepared(sql).all(parameters) as Row[]);
    },
    each<Row>(sql: string, parameters = NOTHING) {
      return translated(() => prepared(sql).iterate(parameters) as IterableIterator<Row>);
    },
    read: <Result>(work: () => Result) => translated(() => transaction.deferred(work) as Result),
    run(sql, parameters = NOTHING) {
      return translated(() => prepared(sql).run(parameters).changes);
    },
    write: <Result>(work: () => Result) => translated(() => transaction.immediate(work) as Result),
  };
}
