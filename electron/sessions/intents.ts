import type { WriteBackStage } from '../../shared/domain/posting.ts';
import { AppError } from '../../shared/errors.ts';
import type { AuditQueries, AuditStep } from './audit.ts';
import type { WritableDatabase } from './database.ts';
import { found, requireActive } from './guards.ts';
import type { Intent, IntentProgress, NewIntent } from './intent.ts';
import { COLUMNS, type IntentRow, SETTABLE, toColumns, toIntent } from './intent-row.ts';

export interface StageChange extends Partial<IntentProgress> {
  readonly to: WriteBackStage;
}

export interface IntentQueries {
  /** Writes one down for an active session, with the trail's lines. `CONFLICT` where one is open. */
  add(intent: NewIntent, audit: readonly AuditStep[]): Intent;
  /** The one of a session that is neither done nor cancelled. */
  findOpen(sessionId: number): Intent | undefined;
  /** Oldest first. */
  listOpen(): Intent[];
  /**
   * Moves an intent on, with the trail's lines: durable on return. `CONFLICT` where it is not in the
   * stage `from` any more, so that of two that move it just one does.
   */
  advance(
    id: number,
    from: WriteBackStage,
    change: StageChange,
    audit: readonly AuditStep[],
  ): Intent;
}

const OPEN = "stage NOT IN ('done', 'cancelled')";

const ADVANCE = `UPDATE write_back_intents SET stage = @to, updated_at = @at,
  attempts = attempts + (@to IN ('note_sending', 'status_sending')),
  ${SETTABLE.map((column) => `${column} = @${column}`).join(', ')}
  WHERE id = @id AND stage = @from RETURNING ${COLUMNS}`;

export function createIntentQueries(
  database: WritableDatabase,
  now: () => number,
  audit: AuditQueries,
): IntentQueries {
  function told(sessionId: number, steps: readonly AuditStep[]): void {
    for (const step of steps) audit.add({ session_id: sessionId, write_back_id: null, ...step });
  }

  return {
    add(intent, steps) {
      return database.write(() => {
        requireActive(database, intent.session_id);
        const at = now();
        const values = {
          ...toColumns(intent),
          stage: intent.stage,
          created_at: at,
          updated_at: at,
        };
        const names = Object.keys(values);
        const row = database.one<IntentRow>(
          `INSERT INTO write_back_intents (${names.join(', ')})
           VALUES (${names.map((name) => `@${name}`).join(', ')}) RETURNING ${COLUMNS}`,
          values,
        );
        told(intent.session_id, steps);
        return toIntent(found(row, 'The note was not written down, so nothing was sent.'));
      });
    },
    findOpen(sessionId) {
      const row = database.one<IntentRow>(
        `SELECT ${COLUMNS} FROM write_back_intents WHERE session_id = @session_id AND ${OPEN}`,
        { session_id: sessionId },
      );
      return row === undefined ? undefined : toIntent(row);
    },
    listOpen: () =>
      database
        .all<IntentRow>(`SELECT ${COLUMNS} FROM write_back_intents WHERE ${OPEN} ORDER BY id`)
        .map(toIntent),
    advance(id, from, { to, ...changes }, steps) {
      return database.write(() => {
        const before = database.one<IntentRow>(
          `SELECT ${COLUMNS} FROM write_back_intents WHERE id = @id`,
          { id },
        );
        const intent = toIntent(found(before, 'This posting is not on file.'));
        const columns = toColumns({ ...intent, ...changes });
        const row = database.one<IntentRow>(ADVANCE, {
          ...Object.fromEntries(SETTABLE.map((column) => [column, columns[column]])),
          id,
          from,
          to,
          at: now(),
        });
        if (row === undefined) throw movedOn(intent);
        told(intent.session_id, steps);
        return toIntent(row);
      });
    },
  };
}

function movedOn({ stage }: Intent): AppError {
  return new AppError(
    'CONFLICT',
    'The posting of this note has moved on meanwhile. Look at the session again.',
    { stage },
  );
}
