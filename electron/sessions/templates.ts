import type { TemplateContent, TemplateParameter } from '../../shared/domain/script-template.ts';
import type { WritableDatabase } from './database.ts';
import { found } from './guards.ts';

/** A template that was made or imported on this installation. */
export interface OwnTemplate extends TemplateContent {
  readonly id: number;
  readonly created_at: number;
  readonly updated_at: number;
}

/** A template to save: with an `id` it replaces that one, without it is new. */
export interface TemplateToSave {
  readonly id: number | null;
  readonly content: TemplateContent;
}

export interface TemplateQueries {
  /** By name. */
  list(): OwnTemplate[];
  get(id: number): OwnTemplate;
  save(template: TemplateToSave): OwnTemplate;
  /** Scripts that were made from it stay. Answers whether there was one. */
  remove(id: number): boolean;
}

const CONTENT =
  'name, language, description, body, parameters, changes_system, undo, needs_administrator';

const COLUMNS = `id, ${CONTENT}, created_at, updated_at`;

const INSERT = `INSERT INTO script_templates (${CONTENT}, created_at, updated_at)
  VALUES (@name, @language, @description, @body, @parameters, @changes_system, @undo,
    @needs_administrator, @at, @at) RETURNING ${COLUMNS}`;

const UPDATE = `UPDATE script_templates SET name = @name, language = @language,
  description = @description, body = @body, parameters = @parameters,
  changes_system = @changes_system, undo = @undo, needs_administrator = @needs_administrator,
  updated_at = @at WHERE id = @id RETURNING ${COLUMNS}`;

type Row = Omit<OwnTemplate, 'parameters' | 'changes_system' | 'needs_administrator'> & {
  readonly parameters: string;
  readonly changes_system: 0 | 1;
  readonly needs_administrator: 0 | 1;
};

function template(row: Row | undefined): OwnTemplate {
  const { parameters, changes_system, needs_administrator, ...rest } = found(
    row,
    'This script template is not on file. Choose another one.',
  );
  return {
    ...rest,
    parameters: JSON.parse(parameters) as TemplateParameter[],
    changes_system: changes_system === 1,
    needs_administrator: needs_administrator === 1,
  };
}

export function createTemplateQueries(
  database: WritableDatabase,
  now: () => number,
): TemplateQueries {
  return {
    list: () =>
      database
        .all<Row>(`SELECT ${COLUMNS} FROM script_templates ORDER BY name COLLATE NOCASE, id`)
        .map(template),
    get: (id) =>
      template(database.one<Row>(`SELECT ${COLUMNS} FROM script_templates WHERE id = @id`, { id })),
    save({ id, content }) {
      const { name, language, description, body, undo } = content;
      const row = {
        name,
        language,
        description,
        body,
        undo,
        parameters: JSON.stringify(content.parameters),
        changes_system: Number(content.changes_system),
        needs_administrator: Number(content.needs_administrator),
        at: now(),
      };
      return template(
        database.write(() =>
          id === null ? database.one<Row>(INSERT, row) : database.one<Row>(UPDATE, { id, ...row }),
        ),
      );
    },
    remove: (id) =>
      database.write(
        () => database.run('DELETE FROM script_templates WHERE id = @id', { id }) === 1,
      ),
  };
}
