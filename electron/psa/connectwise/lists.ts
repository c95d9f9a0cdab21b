import type { Api, Plan } from './api.ts';
import type { Page } from './schemas.ts';

/** The most that ConnectWise sends at once; what is beyond it is cut without a word. */
const PAGE_SIZE = 1_000;

/** Above any list that an MSP has; a server that repeats its pages must not keep us for ever. */
const MOST_PAGES = 20;

/** Every row of a list, page by page. A short page is the last one. */
export async function readAll<T>(
  api: Api,
  plan: Plan<Page<T>>,
  signal: AbortSignal,
): Promise<readonly T[]> {
  const rows: T[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const query = { ...plan.query, pageSize: PAGE_SIZE, page };
    const { rows: found, length } = await api.call({ ...plan, query }, signal);
    rows.push(...found);
    if (length < PAGE_SIZE) break;
  }
  return rows;
}
