import { request } from 'node:http';
import { Readable } from 'node:stream';
import {
  type ConnectWiseOptions,
  createConnectWise,
} from '../../../electron/psa/connectwise/index.ts';
import type { Psa } from '../../../electron/psa/psa.ts';
import type { FakeConnectWise } from '../../fakes/connectwise/index.ts';

/** A signal that nobody ever aborts. */
export const signal = new AbortController().signal;

/** A client of the fake, as the app would make it; pauses take no time. */
export function clientOf(fake: FakeConnectWise, more: Partial<ConnectWiseOptions> = {}): Psa {
  const { company, client_id, public_key, private_key } = fake.credentials;
  return createConnectWise({
    site: fake.url,
    company,
    client_id,
    keys: async () => ({ public_key, private_key }),
    fetch,
    fetchOnFreshConnection,
    sleep: async () => {},
    timeout_milliseconds: 30_000,
    ...more,
  });
}

/** One request on a connection of its own, never repeated: what the shell does on Electron. */
export const fetchOnFreshConnection: typeof fetch = (input, init = {}) =>
  new Promise((resolve, reject) => {
    const { method = 'GET', headers, body, signal: stop } = init;
    const sent = request(String(input), {
      method,
      agent: false,
      headers: Object.fromEntries(new Headers(headers)),
      ...(stop ? { signal: stop } : {}),
    });
    sent.on('error', reject);
    sent.on('response', (answer) => {
      const seen = new Headers();
      for (const [name, value] of Object.entries(answer.headers)) seen.set(name, String(value));
      const stream = Readable.toWeb(answer) as ReadableStream<Uint8Array>;
      resolve(new Response(stream, { status: answer.statusCode ?? 500, headers: seen }));
    });
    sent.end(typeof body === 'string' ? body : undefined);
  });
