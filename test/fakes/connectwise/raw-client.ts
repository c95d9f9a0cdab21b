import { type Agent, request } from 'node:http';
import type { FakeConnectWise } from './index.ts';

/** The ticket that the tests of the fake are about. */
export const TICKET = 48213;
export const ticketPath = `/service/tickets/${TICKET}`;
export const notesPath = `${ticketPath}/notes`;
export const note = { text: '## Problem\n\nOutlook asked.', resolutionFlag: true };

export interface Received {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Empty where the text is no JSON. */
  readonly json: Record<string, unknown>;
}

export interface CallOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly codebase?: string;
  readonly signal?: AbortSignal;
}

/** Talks to the fake with right headers and no sense of its own: what it says is what was served. */
export function rawClient(fake: FakeConnectWise) {
  function headers(): Record<string, string> {
    const { company, public_key, private_key, client_id } = fake.credentials;
    const basic = Buffer.from(`${company}+${public_key}:${private_key}`).toString('base64');
    return {
      authorization: `Basic ${basic}`,
      clientid: client_id,
      accept: 'application/vnd.connectwise.com+json; version=2025.1',
      'content-type': 'application/json',
    };
  }

  async function call(
    method: string,
    path: string,
    body?: unknown,
    options: CallOptions = {},
  ): Promise<Received> {
    const base = `${fake.url}/${options.codebase ?? 'v2026_1/'}apis/3.0`;
    const response = await fetch(`${base}${path}`, {
      method,
      headers: options.headers ?? headers(),
      redirect: 'manual',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(options.signal ? { signal: options.signal } : {}),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: parsed(text) };
  }

  return {
    headers,
    call,
    get: (path: string) => call('GET', path),
    post: (body: unknown = note) => call('POST', notesPath, body),
    patch: (statusId: number) =>
      call('PATCH', ticketPath, [{ op: 'replace', path: 'status', value: { id: statusId } }]),
    /** Node's own client over an agent of the test's choice: fetch hides which connection it takes. */
    over(agent: Agent, method: string, path: string, body?: unknown): Promise<number> {
      return new Promise((resolve, reject) => {
        const url = `${fake.url}/v2026_1/apis/3.0${path}`;
        const sent = request(url, { agent, method, headers: headers() });
        sent.on('error', reject);
        sent.on('response', (response) => {
          response.resume();
          response.on('end', () => resolve(response.statusCode ?? 0));
        });
        sent.end(body === undefined ? undefined : JSON.stringify(body));
      });
    },
  };
}

/** The ids of a list, in its order. */
export function idsOf({ json }: Received): number[] {
  return (json as unknown as { id: number }[]).map(({ id }) => id);
}

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}
