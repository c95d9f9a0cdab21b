import type { ScriptGeneration } from '../../shared/domain/script.ts';
import { AppError } from '../../shared/errors.ts';
import { type ChangesOf, changed } from './changes.ts';
import type { WritableDatabase } from './database.ts';
import { found, requireActive } from './guards.ts';

/** What the template says that running it leaves behind goes along; the run may say otherwise. */
export interface NewGeneration extends ScriptEffectGiven {
  readonly session_id: number;
  readonly template_key: string | null;
  readonly name: string;
  readonly language: ScriptGeneration['language'];
  /** With secret values replaced already; the store cannot tell them from other text. */
  readonly body: string;
  readonly parameters: ScriptGeneration['parameters'];
}

/** A script that the technician ran by hand, and what came of it. */
export interface ScriptRun extends ScriptEffectGiven {
  readonly session_id: number;
  readonly name: string;
  readonly language: ScriptGeneration['language'];
  readonly body: string;
  readonly parameters?: ScriptGeneration['parameters'];
  readonly outcome: string;
  readonly customer_outcome?: string | null | undefined;
}

/** What is said of a run after it. */
export interface RunResult extends ScriptEffectGiven {
  /** `outcome` in the customer's words. Left out, it stays with the same outcome and goes with another. */
  readonly customer_outcome?: string | null | undefined;
}

/** What a run left behind on the system. */
export type ScriptEffect = Pick<ScriptGeneration, 'changes_system' | 'undo'>;

/** What is not given stays as it was; a new run changed nothing unless it says so. */
export interface ScriptEffectGiven {
  readonly changes_system?: boolean | undefined;
  readonly undo?: string | null | undefined;
}

export interface ScriptQueries {
  generate(generation: NewGeneration): ScriptGeneration;
  recordRun(run: ScriptRun): ScriptGeneration;
  /** Says that it ran and what came of it; said again, the outcome is corrected and the time stays. */
  markRan(id: number, outcome: string, result?: RunResult): ScriptGeneration;
  /** `CONFLICT` for one that never ran. */
  setCustomerOutcome(id: number, customerOutcome: string | null): ScriptGeneration;
  /** Drops one that never ran; one that ran stays in the record, which is a `CONFLICT`. */
  discard(id: number): void;
  /** Oldest first. */
  list(sessionId: number): ScriptGeneration[];
  get(id: number): ScriptGeneration;
}

const COLUMNS =
  'id, session_id, template_key, name, language, body, parameters, state, outcome, customer_outcome, changes_system, undo, ran_at, created_at';

const INSERT = `INSERT INTO script_generations
  (session_id, template_key, name, language, body, parameters, state, outcome, customer_outcome,
   changes_system, undo, ran_at, created_at, updated_at)
  VALUES (@session_id, @template_key, @name, @language, @body, @parameters, @state, @outcome,
   @customer_outcome, @changes_system, @undo, @ran_at, @at, @at)
  RETURNING ${COLUMNS}`;

const MARK_RAN = `UPDATE script_generations
  SET state = 'ran', outcome = @outcome, customer_outcome = @customer_outcome,
  changes_system = @changes_system, undo = @undo, ran_at = coalesce(ran_at, @at),
  updated_at = @at
  WHERE id = @id RETURNING ${COLUMNS}`;

type Row = Omit<ScriptGeneration, 'parameters' | 'changes_system'> & {
  readonly parameters: string;
  readonly changes_system: 0 | 1;
};

function generation(row: Row | undefined): ScriptGeneration {
  const { parameters, changes_system, ...rest } = found(
    row,
    'This script is not on file. Reload the session and try again.',
  );
  return {
    ...rest,
    parameters: JSON.parse(parameters) as ScriptGeneration['parameters'],
    changes_system: changes_system === 1,
  };
}

export function createScriptQueries(database: WritableDatabase, now: () => number): ScriptQueries {
  const get = (id: number) =>
    generation(
      database.one<Row>(`SELECT ${COLUMNS} FROM script_generations WHERE id = @id`, { id }),
    );

  function insert(row: Omit<ScriptGeneration, 'id' | 'created_at'>, at: number): ScriptGeneration {
    return database.write(() => {
      requireActive(database, row.session_id);
      const parameters = JSON.stringify(row.parameters.map(withoutSecret));
      const changes_system = Number(row.changes_system);
      return generation(database.one<Row>(INSERT, { ...row, parameters, changes_system, at }));
    });
  }

  /** For one that ran, or is said to by this change. */
  function change(
    id: number,
    decide: (script: ScriptGeneration) => ChangesOf<ScriptGeneration>,
  ): ScriptGeneration {
    return database.write(() => {
      const script = get(id);
      requireActive(database, script.session_id);
      const next = changed(script, decide(script));
      if (next === null) return script;
      const { outcome, customer_outcome, undo } = next;
      const row = { id, outcome, customer_outcome, undo, at: now() };
      return generation(
        database.one<Row>(MARK_RAN, { ...row, changes_system: Number(next.changes_system) }),
      );
    });
  }

  return {
    generate: (filled) =>
      insert(
        {
          ...filled,
          ...effectOf(NO_EFFECT, filled),
          state: 'generated',
          outcome: null,
          customer_outcome: null,
          ran_at: null,
        },
        now(),
      ),
    recordRun(run) {
      const at = now();
      const { changes_system, undo } = effectOf(NO_EFFECT, run);
      const { parameters = [], customer_outcome = null } = run;
      const ran = { ...run, changes_system, undo, parameters, customer_outcome };
      return insert({ ...ran, template_key: null, state: 'ran', ran_at: at }, at);
    },
    markRan: (id, outcome, { customer_outcome, ...effect } = {}) =>
      change(id, (script) => ({
        outcome,
        customer_outcome:
          outcome === script.outcome ? customer_outcome : (customer_outcome ?? null),
        ...effectOf(script, effect),
      })),
    setCustomerOutcome: (id, customer_outcome) =>
      change(id, ({ state }) => {
        if (state === 'ran') return { customer_outcome };
        throw new AppError(
          'CONFLICT',
          'This script has not run, so there is no result to word. Record its result first.',
        );
      }),
    discard: (id) =>
      database.write(() => {
        const script = get(id);
        requireActive(database, script.session_id);
        if (script.state === 'ran') {
          throw new AppError(
            'CONFLICT',
            'This script ran, so it stays in the record of the session. Correct its outcome instead.',
          );
        }
        database.run('DELETE FROM script_generations WHERE id = @id', { id });
      }),
    list: (sessionId) =>
      database
        .all<Row>(
          `SELECT ${COLUMNS} FROM script_generations WHERE session_id = @session_id ORDER BY id`,
          { session_id: sessionId },
        )
        .map(generation),
    get,
  };
}

const NO_EFFECT: ScriptEffect = { changes_system: false, undo: null };

function effectOf(before: ScriptEffect, { changes_system, undo }: ScriptEffectGiven): ScriptEffect {
  const given = undo === undefined ? before.undo : undo;
  return {
    changes_system: changes_system ?? before.changes_system,
    undo: given === '' ? null : given,
  };
}

type Parameter = ScriptGeneration['parameters'][number];

function withoutSecret({ name, secret, value }: Parameter): Parameter {
  return { name, secret, value: secret ? null : value };
}
