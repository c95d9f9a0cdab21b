import type { Body } from './bodies.ts';
import type { Effect } from './faults.ts';

/** Without these a record says nothing at all; servers always fill them. */
const ALWAYS_FILLED: readonly string[] = [
  'id',
  'name',
  'summary',
  'text',
  'ticketId',
  'recordType',
  'board',
  'status',
  'closedFlag',
  'detailDescriptionFlag',
  'internalAnalysisFlag',
  'resolutionFlag',
  'inactiveFlag',
  'inactive',
  'closedStatus',
  'mergedParentTicket',
  'parentTicketId',
  'identifier',
];

/** The body of a good answer, bent. */
export function bentBody(effects: readonly Effect[], body: unknown): unknown {
  return effects.reduce(bent, body);
}

function bent(body: unknown, effect: Effect): unknown {
  if (effect.kind === 'list-lags') {
    return Array.isArray(body) ? withoutNewest(body, effect.rows) : body;
  }
  if (Array.isArray(body)) return body.map((item) => bent(item, effect));
  if (typeof body !== 'object' || body === null) return body;
  const record = body as Body;
  switch (effect.kind) {
    case 'unknown-fields':
      return {
        ...record,
        copilotScore: 0.4,
        newThing: { id: 7, parts: ['a', null] },
        _extra: null,
      };
    case 'nulls':
      return withNulls(record, effect.fields);
    case 'overwrite':
      return { ...record, ...effect.fields };
    default:
      return record;
  }
}

function withNulls(record: Body, fields?: readonly string[]): Body {
  const emptied = fields ?? Object.keys(record).filter((key) => !ALWAYS_FILLED.includes(key));
  return { ...record, ...Object.fromEntries(emptied.map((key) => [key, null])) };
}

function withoutNewest(rows: readonly unknown[], count: number): unknown[] {
  const ids = rows.map((row) => Number((row as Body).id)).sort((one, other) => other - one);
  const newest = new Set(ids.slice(0, count));
  return rows.filter((row) => !newest.has(Number((row as Body).id)));
}
