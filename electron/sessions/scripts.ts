import type { ScriptGeneration } from '../../shared/domain/script.ts';
import type { WritableDatabase } from './database.ts';
import { found, requireActive } from './guards.ts';

export interface NewGeneration {
  readonly session_id: number;
  readonly template_id: number | null;
  readonly name: string;
  readonly language: ScriptGeneration['language'];
  /** With secret values replaced already; the store cannot tell them from other text. */
  readonly body: string;
  readonly parameters: ScriptGeneration['parameters'];
}

/** A script that the technician ran by hand, and what came of it. */
export interface ScriptRun {
  readonly session_id: number;
  readonly name: string;
  readonly language: ScriptGeneration['language'];
  readonly body: string;
  readonly outcome: string;
}

export interface ScriptQueries {
  generate(generation: NewGeneration): ScriptGeneration;
  recordRun(run: ScriptRun): ScriptGeneration;
  /** Says that it ran and what came of it; said again, the outcome is corrected and the time stays. */
  markRan(id: number, outcome: string): ScriptGeneration;
  /** Oldest first. */
  list(sessionId: number): ScriptGeneration[];
  get(id: number): ScriptGeneration;
}

const COLUMNS =
  'id, session_id, template_id, name, language, body, parameters, state, outcome, ran_at, created_at';

const INSERT = `INSERT INTO script_generations
  (session_id, template_id, name, language, body, parameters, state, outcome, ran_at, created_at, updated_at)
  VALUES (@session_id, @template_id, @name, @language, @body, @parameters, @state, @outcome, @ran_at, @at, @at)
  RETURNING ${COLUMNS}`;

const MARK_RAN = `UPDATE script_generations
  SET state = 'ran', outcome = @outcome, ran_at = coalesce(ran_at, @at), updated_at = @at
  WHERE id = @id RETURNING ${COLUMNS}`;

type Row = Omit<ScriptGeneration, 'parameters'> & { readonly parameters: string };

function generation(row: Row | undefined): ScriptGeneration {
  const { parameters, ...rest } = found(
    row,
    'This script is not on file. Reload the session and try again.',
  );
  return { ...rest, parameters: JSON.parse(parameters) as ScriptGeneration['parameters'] };
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
      return generation(database.one<Row>(INSERT, { ...row, parameters, at }));
    });
  }

  return {
    generate: (filled) =>
      insert({ ...filled, state: 'generated', outcome: null, ran_at: null }, now()),
    recordRun(run) {
      const at = now();
      return insert({ ...run, template_id: null, parameters: [], state: 'ran', ran_at: at }, at);
    },
    markRan: (id, outcome) =>
      database.write(() => {
        const script = get(id);
        requireActive(database, script.session_id);
        if (script.outcome === outcome) return script;
        return generation(database.one<Row>(MARK_RAN, { id, outcome, at: now() }));
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

type Parameter = ScriptGeneration['parameters'][number];

function withoutSecret({ name, secret, value }: Parameter): Parameter {
  return { name, secret, value: secret ? null : value };
}
