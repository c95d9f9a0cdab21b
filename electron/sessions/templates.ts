import type { ScriptGeneration } from '../../shared/domain/script.ts';
import type { WritableDatabase } from './database.ts';
import { found } from './guards.ts';

/** One blank in a template. The value of a secret one is never stored. */
export interface TemplateParameter {
  readonly name: string;
  readonly label: string;
  readonly secret: boolean;
  readonly required: boolean;
}

/** A parameterised script that every session can fill in. */
export interface ScriptTemplate {
  readonly id: number;
  readonly name: string;
  readonly language: ScriptGeneration['language'];
  readonly description: string;
  readonly body: string;
  readonly parameters: readonly TemplateParameter[];
  readonly created_at: number;
  readonly updated_at: number;
}

/** A template to save: with an `id` it replaces that one, without it is new. */
export type TemplateToSave = Omit<ScriptTemplate, 'id' | 'created_at' | 'updated_at'> & {
  readonly id?: number | undefined;
};

export interface TemplateQueries {
  /** By name. */
  list(): ScriptTemplate[];
  get(id: number): ScriptTemplate;
  save(template: TemplateToSave): ScriptTemplate;
}

const COLUMNS = 'id, name, language, description, body, parameters, created_at, updated_at';

const INSERT = `INSERT INTO script_templates
  (name, language, description, body, parameters, created_at, updated_at)
  VALUES (@name, @language, @description, @body, @parameters, @at, @at) RETURNING ${COLUMNS}`;

const UPDATE = `UPDATE script_templates SET name = @name, language = @language,
  description = @description, body = @body, parameters = @parameters, updated_at = @at
  WHERE id = @id RETURNING ${COLUMNS}`;

type Row = Omit<ScriptTemplate, 'parameters'> & { readonly parameters: string };

function template(row: Row | undefined): ScriptTemplate {
  const { parameters, ...rest } = found(
    row,
    'This script template is not on file. Choose another one.',
  );
  return { ...rest, parameters: JSON.parse(parameters) as TemplateParameter[] };
}

export function createTemplateQueries(
  database: WritableDatabase,
  now: () => number,
): TemplateQueries {
  return {
    list: () =>
      database.all<Row>(`SELECT ${COLUMNS} FROM script_templates ORDER BY name, id`).map(template),
    get: (id) =>
      template(database.one<Row>(`SELECT ${COLUMNS} FROM script_templates WHERE id = @id`, { id })),
    save({ id, name, language, description, body, parameters }) {
      const row = {
        name,
        language,
        description,
        body,
        parameters: JSON.stringify(parameters),
        at: now(),
      };
      return template(
        database.write(() =>
          id === undefined
            ? database.one<Row>(INSERT, row)
            : database.one<Row>(UPDATE, { id, ...row }),
        ),
      );
    },
  };
}
