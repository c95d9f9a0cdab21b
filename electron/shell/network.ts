import { session } from 'electron';
import type { Fetch } from '../copilot/index.ts';

/** In memory only: no cookie, cache or credential of a service outlives the run. */
const PARTITION = 'services';
/** For requests that must not be sent twice; nothing else uses it. */
const ONCE_PARTITION = 'services-once';

/**
 * Fetch over Chromium's network stack, so that the system's proxy and certificates count. Redirects
 * are refused: a request that carries a key goes where it was sent, or nowhere.
 */
export const fetchOverSystemNetwork: Fetch = (input, init) => fetchIn(PARTITION, input, init);

/** Partitions that no request uses at this moment, by number. */
const free: number[] = [];
let partitions = 0;

/**
 * The same over a connection that nothing used before. Chromium resends a request by itself, a POST too,
 * when a connection that was used before turns out to be dead; on a new one there is nothing to resend.
 * Each request has a partition to itself meanwhile, so that none waits for another, or is cut by it.
 */
export const fetchOnFreshConnection: Fetch = async (input, init) => {
  const number = free.pop() ?? partitions++;
  const partition = `${ONCE_PARTITION}-${number}`;
  try {
    await session.fromPartition(partition, { cache: false }).closeAllConnections();
    return await whole(await fetchIn(partition, input, init));
  } finally {
    free.push(number);
  }
};

function fetchIn(partition: string, ...[input, init]: Parameters<Fetch>): Promise<Response> {
  return session
    .fromPartition(partition, { cache: false })
    .fetch(input instanceof URL ? input.href : input, {
      ...init,
      redirect: 'error',
      credentials: 'omit',
    });
}

/** With its body read, so that closing the connection cannot cut it. */
async function whole(response: Response): Promise<Response> {
  const { status, statusText, headers } = response;
  const body = await response.arrayBuffer();
  return new Response(body.byteLength === 0 ? null : body, { status, statusText, headers });
}
