import type { Check } from '../../shared/domain/check.ts';
import type { Fact } from '../../shared/domain/fact.ts';
import { AppError } from '../../shared/errors.ts';
import type { AttachmentQueries } from './attachments.ts';
import type { WritableDatabase } from './database.ts';
import type { FactQueries } from './facts.ts';
import { found, requireActive } from './guards.ts';

export interface NewCheck {
  readonly session_id: number;
  /** What to run or look at. */
  readonly instruction: string;
  /** What the result would mean; empty where nobody said. */
  readonly meaning: string;
}

export interface CheckResult {
  /** The fact that came of it. */
  readonly result: string;
  /** What the check printed; empty for nothing. */
  readonly output?: string | undefined;
}

/** Checks to run. An open one is a next step of a note, so that the state version follows each change. */
export interface CheckQueries {
  add(check: NewCheck): Check;
  /** Ticks it: the result becomes a confirmed fact, with the output attached. Open ones only. */
  complete(id: number, result: CheckResult): { readonly check: Check; readonly fact: Fact };
  /** Takes an open check off the list. */
  drop(id: number): Check;
  /** Puts a check on the list again; the fact of an earlier result stays. */
  reopen(id: number): Check;
  /** Oldest first, without the dropped ones. */
  list(sessionId: number): Check[];
  /** Also a dropped one. */
  get(id: number): Check;
}

interface Parts {
  readonly facts: FactQueries;
  readonly attachments: AttachmentQueries;
}

const COLUMNS = 'id, session_id, instruction, meaning, state, fact_id, created_at';

const INSERT = `INSERT INTO checks (session_id, instruction, meaning, created_at, updated_at)
  VALUES (@session_id, @instruction, @meaning, @at, @at) RETURNING ${COLUMNS}`;

const UPDATE = `UPDATE checks SET state = @state, fact_id = @fact_id, updated_at = @at
  WHERE id = @id RETURNING ${COLUMNS}`;

const NOT_ON_FILE = 'This check is not on file. Reload the session and try again.';
const OUTPUT_NAME = 'Output of the check';

export function createCheckQueries(
  database: WritableDatabase,
  now: () => number,
  { facts, attachments }: Parts,
): CheckQueries {
  const get = (id: number) =>
    found(database.one<Check>(`SELECT ${COLUMNS} FROM checks WHERE id = @id`, { id }), NOT_ON_FILE);

  /** Within a transaction of the caller's. */
  function change(id: number, state: Check['state'], factId: number | null): Check {
    const row = { id, state, fact_id: factId, at: now() };
    return found(database.one<Check>(UPDATE, row), NOT_ON_FILE);
  }

  function requireOpen(id: number): Check {
    const check = get(id);
    requireActive(database, check.session_id);
    if (check.state === 'open') return check;
    throw new AppError(
      'CONFLICT',
      check.state === 'done'
        ? 'This check is done already, so it was not changed. Put it on the list again to run it once more.'
        : 'This check was taken off the list, so it was not changed. Put it on the list again first.',
    );
  }

  return {
    add: ({ session_id, instruction, meaning }) =>
      database.write(() => {
        requireActive(database, session_id);
        const row = { session_id, instruction, meaning, at: now() };
        return found(database.one<Check>(INSERT, row), NOT_ON_FILE);
      }),
    complete: (id, { result, output = '' }) =>
      database.write(() => {
        const { session_id, instruction } = requireOpen(id);
        const fact = facts.add({
          session_id,
          text: result,
          source_type: 'diagnostic_check',
          source_summary: instruction,
        });
        if (output !== '') {
          attachments.addText({ session_id, name: OUTPUT_NAME, text: output, fact_id: fact.id });
        }
        return { check: change(id, 'done', fact.id), fact };
      }),
    drop: (id) =>
      database.write(() =>
        get(id).state === 'dropped' ? get(id) : change(requireOpen(id).id, 'dropped', null),
      ),
    reopen: (id) =>
      database.write(() => {
        const check = get(id);
        requireActive(database, check.session_id);
        return check.state === 'open' ? check : change(id, 'open', null);
      }),
    list: (sessionId) =>
      database.all<Check>(
        `SELECT ${COLUMNS} FROM checks WHERE session_id = @session_id AND state <> 'dropped' ORDER BY id`,
        { session_id: sessionId },
      ),
    get,
  };
}
