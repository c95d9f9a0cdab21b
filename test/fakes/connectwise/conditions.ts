import type { Body } from './bodies.ts';

/** A condition that the server refuses: a field that it knows nothing of, or no grammar at all. */
export class ConditionError extends Error {}

export type Condition = (row: Body) => boolean;
type Value = string | number | boolean | null | readonly (string | number)[];

/**
 * Reads `a/b = 1 AND (c contains "x" OR not d in (1, 2))`. Only `fields` may be asked for, as on the real
 * server, where each list has its own.
 */
export function parseConditions(text: string, fields: readonly string[]): Condition {
  const tokens = tokenise(text);
  let at = 0;
  const peek = () => tokens[at] ?? '';
  const next = () => tokens[at++] ?? '';
  const accept = (word: string) => peek().toLowerCase() === word && next() !== '';

  function anyOf(): Condition {
    const parts = [allOf()];
    while (accept('or')) parts.push(allOf());
    return (row) => parts.some((part) => part(row));
  }

  function allOf(): Condition {
    const parts = [factor()];
    while (accept('and')) parts.push(factor());
    return (row) => parts.every((part) => part(row));
  }

  function factor(): Condition {
    if (accept('not')) return negated(factor());
    if (!accept('(')) return comparison();
    const inner = anyOf();
    expectToken(')');
    return inner;
  }

  function comparison(): Condition {
    const field = next();
    if (!fields.includes(field)) throw new ConditionError(field);
    const not = accept('not');
    const operator = next().toLowerCase();
    const value = operator === 'in' ? list() : literal(next());
    const compare = comparisons[operator];
    if (compare === undefined) throw new ConditionError(operator);
    const holds: Condition = (row) => compare(valueAt(row, field), value);
    return not ? negated(holds) : holds;
  }

  function list(): Value {
    expectToken('(');
    const values: (string | number)[] = [];
    do {
      const value = literal(next());
      if (typeof value === 'string' || typeof value === 'number') values.push(value);
    } while (accept(','));
    expectToken(')');
    return values;
  }

  function expectToken(token: string): void {
    if (!accept(token)) throw new ConditionError(peek());
  }

  const condition = anyOf();
  if (at < tokens.length) throw new ConditionError(peek());
  return condition;
}

const comparisons: Record<string, (held: unknown, wanted: Value) => boolean> = {
  '=': (held, wanted) => folded(held) === folded(wanted),
  '!=': (held, wanted) => folded(held) !== folded(wanted),
  '<': (held, wanted) => Number(held) < Number(wanted),
  '<=': (held, wanted) => Number(held) <= Number(wanted),
  '>': (held, wanted) => Number(held) > Number(wanted),
  '>=': (held, wanted) => Number(held) >= Number(wanted),
  contains: (held, wanted) => folded(held).includes(folded(wanted)),
  like: (held, wanted) => wildcard(folded(wanted)).test(folded(held)),
  in: (held, wanted) => Array.isArray(wanted) && wanted.some((one) => folded(one) === folded(held)),
};

function negated(condition: Condition): Condition {
  return (row) => !condition(row);
}

/** What stands at a path such as `owner/identifier`. */
export function valueAt(row: Body, path: string): unknown {
  return path
    .split('/')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? (value as Body)[key] : undefined,
      row,
    );
}

/** The database compares without regard to case. */
function folded(value: unknown): string {
  return String(value ?? '').toLowerCase();
}

function wildcard(pattern: string): RegExp {
  const escaped = pattern.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/\\\*|%/g, '.*')}$`, 's');
}

function literal(token: string): Value {
  if (token.startsWith('"')) {
    if (token.length < 2 || !token.endsWith('"')) throw new ConditionError(token);
    return token.slice(1, -1).replace(/\\(["\\])/g, '$1');
  }
  if (/^(true|false)$/i.test(token)) return token.toLowerCase() === 'true';
  if (/^null$/i.test(token)) return null;
  if (/^-?\d+(\.\d+)?$/.test(token)) return Number(token);
  throw new ConditionError(token);
}

function tokenise(text: string): string[] {
  const tokens = text.match(/"(?:\\.|[^"\\])*"|[()=,]|[<>!]=?|[^\s()=<>!,"]+|"/g) ?? [];
  return [...tokens];
}
