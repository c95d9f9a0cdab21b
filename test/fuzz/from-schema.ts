import fc from 'fast-check';
import type { z } from 'zod';
import { NAMED, prose } from './values.ts';

/** What of a zod schema is read here; `Definition` of zod itself is a union of dozens. */
interface Definition {
  readonly type: string;
  readonly checks?: readonly {
    readonly _zod: {
      readonly def: {
        readonly check: string;
        readonly maximum?: number;
        readonly minimum?: number;
        readonly value?: number;
        readonly inclusive?: boolean;
        readonly pattern?: RegExp;
      };
    };
  }[];
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly element?: z.ZodType;
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
}

/** Rows that a world has after a few calls; ids of all tables but that of sessions begin at 1. */
const usualId = fc.integer({ min: 1, max: 24 });
/**
 * There are six to begin with, of which the oldest two are closed, and the others are where most can
 * happen; then come, in some worlds, four with a posting that stopped half-way.
 */
const usualSession = fc.constantFrom(
  ...[1, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 7, 8, 8, 8, 9, 9, 9, 10, 10, 10, 11],
);
/** Of these the world has a few of its own, see seed.ts. */
const usualSeed = fc.integer({ min: 1, max: 5 });

/**
 * Inputs that a schema takes, or nearly takes: refinements and transforms are not looked into. `name` is
 * that of the field, by which values that lead somewhere are chosen.
 */
export function fromSchema(schema: z.ZodType, name = ''): fc.Arbitrary<unknown> {
  const chosen = NAMED[name];
  const any = fromDefinition(schema.def as unknown as Definition, name);
  return chosen === undefined ? any : fc.oneof({ weight: 9, arbitrary: chosen }, any);
}

function fromDefinition(definition: Definition, name: string): fc.Arbitrary<unknown> {
  const { type } = definition;
  switch (type) {
    case 'object':
      return objectOf(definition.shape ?? {});
    case 'string':
      return textOf(definition);
    case 'number':
      return numberOf(definition, name);
    case 'boolean':
      return fc.boolean();
    case 'enum':
      return fc.constantFrom(...Object.values(definition.entries ?? {}));
    case 'literal':
      return fc.constantFrom(...(definition.values ?? []));
    case 'nullable':
      return fc.oneof(fc.constant(null), within(definition.innerType, name));
    case 'optional':
    case 'default':
      return fc.oneof(fc.constant(undefined), within(definition.innerType, name));
    case 'pipe':
      return within(definition.in, name);
    case 'array':
      return fc.array(within(definition.element, name.replace(/s$/, '')), {
        minLength: boundOf(definition, 'min_length', 'minimum') ?? 0,
        maxLength: Math.min(boundOf(definition, 'max_length', 'maximum') ?? 4, 4),
      });
    case 'record':
      return fc.dictionary(
        fc.oneof(fc.constantFrom('1', 'UserName', 'NamePart', '__proto__', 'constructor'), prose),
        within(definition.valueType, name),
        { maxKeys: 4, noNullPrototype: true },
      );
    case 'union':
      return fc.oneof(...(definition.options ?? []).map((option) => fromSchema(option, name)));
    default:
      throw new Error(`the contract uses a kind of schema that the fuzz does not know: ${type}`);
  }
}

function within(schema: z.ZodType | undefined, name: string): fc.Arbitrary<unknown> {
  if (schema === undefined) throw new Error(`an empty schema under ${name}`);
  return fromSchema(schema, name);
}

function objectOf(shape: Readonly<Record<string, z.ZodType>>): fc.Arbitrary<object> {
  return fc
    .record(
      Object.fromEntries(Object.entries(shape).map(([key, one]) => [key, fromSchema(one, key)])),
      { noNullPrototype: true },
    )
    .map((made) =>
      // A field that is left out is not there, as over the bridge.
      Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined)),
    );
}

function textOf(definition: Definition): fc.Arbitrary<string> {
  const pattern = definition.checks?.find(({ _zod }) => _zod.def.pattern)?._zod.def.pattern;
  if (pattern !== undefined) {
    return fc.oneof({ weight: 4, arbitrary: fc.stringMatching(pattern) }, prose);
  }
  const longest = boundOf(definition, 'max_length', 'maximum') ?? 10_000;
  const edge = fc
    .constantFrom(longest, longest + 1)
    .map((length) => 'a b'.repeat(length).slice(0, length));
  const usual = prose.map((text) => text.slice(0, longest));
  // The longest texts there are cost a second of the whole run's time in a hundred calls.
  return fc.oneof({ weight: longest > 10_000 ? 400 : 40, arbitrary: usual }, edge);
}

function numberOf(definition: Definition, name: string): fc.Arbitrary<number> {
  const lowest = boundOf(definition, 'greater_than', 'value');
  const highest = boundOf(definition, 'less_than', 'value');
  const min = Math.ceil(lowest ?? 0);
  const max = Math.floor(highest ?? Number.MAX_SAFE_INTEGER);
  const any = fc.integer({ min: Math.max(min, Number.MIN_SAFE_INTEGER), max });
  const isId = /(?:^|_)ids?$|^before$|^replaces$/.test(name) || highest === undefined;
  const usual = /session_id$/.test(name)
    ? usualSession
    : /^(?:check|attachment|generation)_ids?$/.test(name)
      ? usualSeed
      : usualId;
  return isId ? fc.oneof({ weight: 12, arbitrary: usual }, any) : any;
}

function boundOf(definition: Definition, check: string, field: 'maximum' | 'minimum' | 'value') {
  return definition.checks?.find(({ _zod }) => _zod.def.check === check)?._zod.def[field];
}
