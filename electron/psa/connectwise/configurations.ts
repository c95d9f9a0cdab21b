import type { PsaConfiguration } from '../psa.ts';
import type { Api } from './api.ts';
import { readAll } from './lists.ts';
import { readConfigurations } from './operation.ts';
import { configurationReferenceSchema, configurationSchema, pageOf } from './schemas.ts';

/** Numbers in one condition: a longer address is not taken by every server on the way. */
const MOST = 100;

/** The configurations of a ticket. The ticket's own list has their numbers alone. */
export async function configurationsOf(
  api: Api,
  ticketId: number,
  signal: AbortSignal,
): Promise<readonly PsaConfiguration[]> {
  const plan = { operation: readConfigurations(ticketId), effect: 'read' } as const;
  const references = await readAll(
    api,
    {
      ...plan,
      path: `/service/tickets/${ticketId}/configurations`,
      parse: pageOf(configurationReferenceSchema),
    },
    signal,
  );
  if (references.length === 0) return [];
  const ids = references.slice(0, MOST).map(({ id }) => id);
  const rows = await readAll(
    api,
    {
      ...plan,
      path: '/company/configurations',
      query: { conditions: `id in (${ids.join(',')})` },
      parse: pageOf(configurationSchema),
    },
    signal,
  );
  return rows.flatMap(({ id, name, type }) => {
    const known = name?.trim() ?? '';
    return known === '' ? [] : [{ id, name: known, type: type?.name?.trim() || null }];
  });
}
