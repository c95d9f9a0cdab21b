import { describe, expect, it } from 'vitest';
import { readTicket } from '../../../electron/psa/connectwise/operation.ts';
import { type Call, send } from '../../../electron/psa/connectwise/send.ts';

type Step = (init: RequestInit) => Response | Promise<Response>;

const ok: Step = () => new Response('{"id":1}');
const broken: Step = () => Promise.reject(new TypeError('fetch failed'));
const refused: Step = () => Promise.reject(new Error('net::ERR_CONNECTION_REFUSED'));
const status =
  (code: number, headers: Record<string, string> = {}): Step =>
  () =>
    new Response('{}', { status: code, headers });
const never: Step = () => new Promise(() => {});
const drip: Step = () =>
  new Response(
    new ReadableStream({
      async pull(controller) {
        await new Promise((resolve) => setTimeout(resolve, 5));
        controller.enqueue(new TextEncoder().encode(' '));
      },
    }),
  );

/** Sends against answers in their order, on a clock that only sleeping moves. */
async function sending(
  effect: Call<number>['effect'],
  steps: readonly Step[],
  more: { readonly done?: () => Promise<number | null>; readonly signal?: AbortSignal } = {},
) {
  const slept: number[] = [];
  let requests = 0;
  const sent = await send<number>(
    {
      operation: readTicket(1),
      request: { method: 'GET', url: 'https://api-na.myconnectwise.net/x', headers: {} },
      parse: (value) => (value as { id?: number }).id,
      effect,
      ...(more.done === undefined ? {} : { done: more.done }),
    },
    {
      fetch: async (_, init) => {
        const step = steps[requests];
        requests += 1;
        if (step === undefined) throw new Error('one request too many');
        return step(init ?? {});
      },
      redact: (text) => text,
      signal: more.signal ?? new AbortController().signal,
      sleep: async (milliseconds) => void slept.push(milliseconds),
      now: () => 0,
      random: () => 1,
      // Short only where it is to run out: a busy machine may be slow in all else.
      timeout_milliseconds: steps.some((step) => step === never || step === drip) ? 60 : 30_000,
    },
  );
  const code = sent.ok ? sent.value : sent.failure.error.code;
  return { code, requests, slept, details: sent.ok ? undefined : sent.failure.error.details };
}

const malformed: Step = () => new Response('{"id":');
const page: Step = () => new Response('<html>', { status: 200 });
const empty: Step = () => new Response('{"name":"x"}');

describe('a read', () => {
  it.each([
    ['goes through at once', [ok], 1, 1],
    ['is repeated after faults', [broken, status(502), ok], 1, 3],
    ['is given up after three attempts', [broken, broken, broken], 'OFFLINE', 3],
    ['is given up after three faults', [status(500), status(500), status(503)], 'PSA_REJECTED', 3],
    ['is repeated where nothing answers', [refused, ok], 1, 2],
    ['is repeated where the answer is cut off', [malformed, ok], 1, 2],
    ['is repeated where the answer lacks what is asked for', [empty, empty, ok], 1, 3],
    ['is not repeated where a page answers', [page], 'NOT_CONFIGURED', 1],
    ['is not repeated after a refusal', [status(403)], 'PSA_REJECTED', 1],
    ['is not repeated after a time-out', [never], 'OFFLINE', 1],
    ['does not wait for a server that drips', [drip], 'OFFLINE', 1],
    ['waits as long as it is asked to', [status(429, { 'Retry-After': '2' }), ok], 1, 2],
    ['does not wait for long', [status(429, { 'Retry-After': '30' })], 'RATE_LIMITED', 1],
    [
      'follows no redirect',
      [status(302, { location: 'https://evil.example' })],
      'NOT_CONFIGURED',
      1,
    ],
  ] as const)('%s', async (_, steps, code, requests) => {
    expect(await sending('read', steps)).toMatchObject({ code, requests });
  });

  it('waits longer each time, and never shorter than it was asked to', async () => {
    expect((await sending('read', [broken, broken, ok])).slept).toEqual([100, 200]);
    const asked = status(503, { 'Retry-After': '3' });
    expect((await sending('read', [asked, ok])).slept).toEqual([3_250]);
  });

  it('refuses redirects by itself, too, and sends no cookies', async () => {
    let seen: RequestInit = {};
    await sending('read', [
      (init) => {
        seen = init;
        return new Response('{"id":1}');
      },
    ]);
    expect(seen).toMatchObject({ redirect: 'error', credentials: 'omit', cache: 'no-store' });
  });

  it('can be stopped at any time', async () => {
    expect(await sending('read', [], { signal: AbortSignal.abort() })).toMatchObject({
      code: 'CANCELLED',
      requests: 0,
    });
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 10);
    expect(await sending('read', [never], { signal: stop.signal })).toMatchObject({
      code: 'CANCELLED',
      requests: 1,
    });
  });
});

describe('a write that would make a second one', () => {
  it.each([
    ['goes through', [ok], 1],
    ['is unknown after a broken connection', [broken], 'PSA_OUTCOME_UNKNOWN'],
    ['is unknown after a time-out', [never], 'PSA_OUTCOME_UNKNOWN'],
    ['is unknown after a fault', [status(500)], 'PSA_OUTCOME_UNKNOWN'],
    ['is unknown after a fault of the gateway', [status(504)], 'PSA_OUTCOME_UNKNOWN'],
    ['is unknown where the answer is cut off', [malformed], 'PSA_OUTCOME_UNKNOWN'],
    ['is unknown where the answer drips', [drip], 'PSA_OUTCOME_UNKNOWN'],
    ['is unknown where a page answers', [page], 'PSA_OUTCOME_UNKNOWN'],
    ['is unknown where the answer names no record', [empty], 'PSA_OUTCOME_UNKNOWN'],
    ['is unknown where another address is named', [status(302)], 'PSA_OUTCOME_UNKNOWN'],
    ['was not sent where nothing answers', [refused], 'OFFLINE'],
    ['was not done when throttled', [status(429, { 'Retry-After': '0' })], 'RATE_LIMITED'],
    ['was refused', [status(400)], 'PSA_REJECTED'],
    ['was refused for want of keys', [status(401)], 'AUTH_FAILED'],
  ] as const)('is sent once and %s', async (_, steps, code) => {
    expect(await sending('create', steps)).toMatchObject({ code, requests: 1, slept: [] });
  });

  it('is unknown where it is stopped under way, and only there', async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 10);
    expect(await sending('create', [never], { signal: stop.signal })).toMatchObject({
      code: 'PSA_OUTCOME_UNKNOWN',
      details: { cancelled: true },
    });
    expect(await sending('create', [], { signal: AbortSignal.abort() })).toMatchObject({
      code: 'CANCELLED',
      requests: 0,
    });
  });

  it('stays a refusal where only its words get lost', async () => {
    const cut: Step = () =>
      new Response(
        new ReadableStream({ start: (controller) => controller.error(new Error('cut')) }),
        { status: 400 },
      );
    expect(await sending('create', [cut])).toMatchObject({ code: 'PSA_REJECTED' });
  });
});

describe('a write that ends the same however often it is done', () => {
  it('is repeated where it was not done', async () => {
    let asked = 0;
    const done = async () => {
      asked += 1;
      return null;
    };
    expect(await sending('change', [broken, ok], { done })).toMatchObject({ code: 1, requests: 2 });
    expect(asked).toBe(1);
  });

  it('is not repeated where it was done: each time may mail the customer', async () => {
    const done = async () => 7;
    expect(await sending('change', [status(500)], { done })).toMatchObject({
      code: 7,
      requests: 1,
    });
  });

  it('is not looked for where it cannot have been done', async () => {
    const done = () => Promise.reject(new Error('asked'));
    const steps = [refused, status(429, { 'Retry-After': '0' }), ok];
    expect(await sending('change', steps, { done })).toMatchObject({ code: 1, requests: 3 });
  });

  it('is unknown where it cannot be looked for', async () => {
    const done = () => Promise.reject(new Error('offline'));
    expect(await sending('change', [broken], { done })).toMatchObject({
      code: 'PSA_OUTCOME_UNKNOWN',
    });
  });

  it('is unknown once it may have been done, whatever a later attempt is answered', async () => {
    const done = async () => null;
    for (const last of [status(400), status(404), refused, status(429)]) {
      expect(await sending('change', [broken, last, last], { done })).toMatchObject({
        code: 'PSA_OUTCOME_UNKNOWN',
      });
    }
  });

  it('is refused where it never can have been done', async () => {
    expect(await sending('change', [refused, status(403)])).toMatchObject({ code: 'PSA_REJECTED' });
    expect(await sending('change', [refused, refused, refused])).toMatchObject({ code: 'OFFLINE' });
  });
});
