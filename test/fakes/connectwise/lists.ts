import { type Answer, answer, badCondition } from './answers.ts';
import type { Body } from './bodies.ts';
import { ConditionError, parseConditions, valueAt } from './conditions.ts';

const DEFAULT_PAGE_SIZE = 25;
/** More is cut without a word. */
const MAX_PAGE_SIZE = 1000;

/** What a caller may ask of a list: the parameters of the URL, and its address for the `Link` header. */
export interface ListRequest {
  readonly query: URLSearchParams;
  readonly url: string;
}

/** One page of what meets the conditions; `fields` are those that a condition or an order may name. */
export function listAnswer(
  rows: readonly Body[],
  model: string,
  fields: readonly string[],
  { query, url }: ListRequest,
): Answer {
  try {
    const conditions = query.get('conditions');
    const holds = conditions ? parseConditions(conditions, fields) : () => true;
    const sorted = inOrder(rows.filter(holds), query.get('orderBy') ?? 'id asc', fields);
    const size = Math.min(count(query, 'pageSize', DEFAULT_PAGE_SIZE), MAX_PAGE_SIZE);
    const page = count(query, 'page', 1);
    const shown = sorted.slice((page - 1) * size, page * size);
    return answer(
      200,
      `${model}[]`,
      shown.map((row) => narrowed(row, query)),
      links(url, page, Math.ceil(sorted.length / size)),
    );
  } catch (error) {
    if (error instanceof ConditionError) return badCondition(error.message);
    throw error;
  }
}

/** Only the asked-for fields, if any were; `_info` is among them only where it is named. */
export function narrowed(row: Body, query: URLSearchParams): Body {
  const fields = query.get('fields');
  if (fields === null) return row;
  const kept = fields.split(',').map((field) => field.trim().split('/')[0] ?? '');
  return Object.fromEntries(Object.entries(row).filter(([key]) => kept.includes(key)));
}

function inOrder(rows: Body[], orderBy: string, fields: readonly string[]): Body[] {
  const orders = orderBy.split(',').map((part) => {
    const [field = '', direction = 'asc'] = part.trim().split(/\s+/);
    if (!fields.includes(field)) throw new ConditionError(field);
    return { field, sign: direction.toLowerCase() === 'desc' ? -1 : 1 };
  });
  return [...rows].sort((one, other) => {
    for (const { field, sign } of orders) {
      const difference = compared(valueAt(one, field), valueAt(other, field)) * sign;
      if (difference !== 0) return difference;
    }
    return 0;
  });
}

function compared(one: unknown, other: unknown): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return String(one ?? '').localeCompare(String(other ?? ''));
}

function count(query: URLSearchParams, name: string, otherwise: number): number {
  const value = Number(query.get(name) ?? otherwise);
  return Number.isInteger(value) && value > 0 ? value : otherwise;
}

function links(url: string, page: number, last: number): Record<string, string> {
  const to = (target: number, relation: string) => {
    const address = new URL(url);
    address.searchParams.set('page', String(target));
    return `<${address.href}>; rel="${relation}"`;
  };
  const relations = [
    ...(page < last ? [to(page + 1, 'next'), to(last, 'last')] : []),
    ...(page > 1 ? [to(1, 'first'), to(page - 1, 'prev')] : []),
  ];
  return relations.length > 0 ? { link: relations.join(', ') } : {};
}
