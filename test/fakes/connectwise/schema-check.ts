import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';

const INT32 = 2 ** 31;

/** Holds bodies to the models of `schema.json`. */
export interface SchemaCheck {
  /** What is wrong with a body, or null; `model` is a name there, or `Name[]` for a list of it. */
  fault(model: string, body: unknown): string | null;
}

let shared: SchemaCheck | undefined;

/** Compiled once in a process: the models do not change. */
export function schemaCheck(): SchemaCheck {
  shared ??= createSchemaCheck();
  return shared;
}

function createSchemaCheck(): SchemaCheck {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
  ajv.addFormat('int32', {
    type: 'number',
    validate: (value: number) => Number.isInteger(value) && value >= -INT32 && value < INT32,
  });
  ajv.addFormat('double', { type: 'number', validate: Number.isFinite });
  ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  ajv.addFormat('uuid', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);
  const file = readFileSync(join(import.meta.dirname, 'schema.json'), 'utf8');
  const schema = JSON.parse(file) as { readonly $defs: Record<string, object> };
  ajv.addSchema(schema);
  // Compiled before the first request comes in, whose client may not want to wait for it.
  for (const model of Object.keys(schema.$defs)) ajv.getSchema(`connectwise#/$defs/${model}`);

  function faultOf(model: string, body: unknown): string | null {
    const validate = ajv.getSchema(`connectwise#/$defs/${model}`);
    if (validate === undefined) throw new Error(`schema.json has no model ${model}.`);
    return validate(body) === true ? null : ajv.errorsText(validate.errors, { dataVar: model });
  }

  return {
    fault(model, body) {
      if (!model.endsWith('[]')) return faultOf(model, body);
      if (!Array.isArray(body)) return `${model} must be an array`;
      const found = body.map((item) => faultOf(model.slice(0, -2), item));
      return found.find((fault) => fault !== null) ?? null;
    },
  };
}
