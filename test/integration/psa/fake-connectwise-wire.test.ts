import { Agent } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Effect,
  type FakeConnectWise,
  type Step,
  startFakeConnectWise,
} from '../../fakes/connectwise/index.ts';
import {
  note,
  notesPath,
  rawClient,
  TICKET,
  ticketPath,
} from '../../fakes/connectwise/raw-client.ts';

let fake: FakeConnectWise;
let client: ReturnType<typeof rawClient>;

beforeEach(async () => {
  fake = await startFakeConnectWise();
  client = rawClient(fake);
});

afterEach(async () => {
  expect(fake.violations).toEqual([]);
  await fake.stop();
});

function own() {
  return fake.notes(TICKET).filter(({ author }) => author === 'tkessler');
}

function strike(step: Step, effect: Effect) {
  fake.fault({ step, effect });
}

describe('the wire', () => {
  it.each([{ kind: 'malformed-json' }, { kind: 'truncated-json' }] as Effect[])(
    '%o, and the write is done',
    async (effect) => {
      strike('postNote', effect);
      const { status, text } = await client.post();
      expect(status).toBe(201);
      expect(() => JSON.parse(text)).toThrow(SyntaxError);
      expect(own()).toHaveLength(1);
    },
  );

  it('answers late, and writes at once', async () => {
    strike('postNote', { kind: 'delayed', ms: 60_000 });
    const stop = new AbortController();
    const posting = client.call('POST', notesPath, note, { signal: stop.signal });
    posting.catch(() => {});
    await expect.poll(() => own().length).toBe(1);
    stop.abort();
    await expect(posting).rejects.toThrow(/abort/i);
  });

  it('answers late, and writes late: after the client has gone', async () => {
    strike('postNote', { kind: 'delayed', ms: 1_000, late: true });
    const stop = new AbortController();
    const posting = client.call('POST', notesPath, note, { signal: stop.signal });
    posting.catch(() => {});
    await expect.poll(() => fake.requests.length).toBe(1);
    expect(own()).toHaveLength(0);
    stop.abort();
    await expect(posting).rejects.toThrow(/abort/i);
    await expect.poll(() => own().length).toBe(1);
  });

  it('drips', async () => {
    strike('getTicket', { kind: 'slow-drip', bytes: 200, every_ms: 20 });
    const started = performance.now();
    expect((await client.get(ticketPath)).json).toMatchObject({ id: TICKET });
    expect(performance.now() - started).toBeGreaterThan(80);
  });

  it.each([
    [{ kind: 'cut', when: 'before-write' }, 0],
    [{ kind: 'cut', when: 'before-write', reset: true }, 0],
    [{ kind: 'cut', when: 'after-write' }, 1],
    [{ kind: 'cut', when: 'after-write', reset: true }, 1],
    [{ kind: 'cut', when: 'mid-answer' }, 1],
  ] as [Effect, number][])('%o leaves %i notes', async (effect, written) => {
    strike('postNote', effect);
    await expect(client.post()).rejects.toThrow();
    await expect.poll(() => fake.requests.map(({ outcome }) => outcome)).toEqual(['cut']);
    expect(own()).toHaveLength(written);
  });

  it('cuts a reused connection alone, and tells how often one was used', async () => {
    fake.fault({
      step: 'postNote',
      effect: { kind: 'cut', when: 'after-write', only_reused: true },
      times: 'always',
    });
    const reused = new Agent({ keepAlive: true, maxSockets: 1 });
    expect(await client.over(reused, 'GET', ticketPath)).toBe(200);
    await expect(client.over(reused, 'POST', notesPath, note)).rejects.toThrow('socket hang up');
    reused.destroy();
    const fresh = new Agent({ keepAlive: false });
    expect(await client.over(fresh, 'POST', notesPath, note)).toBe(201);
    expect(own()).toHaveLength(2);
    expect(
      fake.requests.map(({ connection, carried_before }) => [connection, carried_before]),
    ).toEqual([
      [1, 0],
      [1, 1],
      [2, 0],
    ]);
  });

  it('stops at once, whatever is under way', async () => {
    const other = await startFakeConnectWise();
    other.fault({ step: 'companyinfo', effect: { kind: 'delayed', ms: 60_000 } });
    const asking = fetch(`${other.url}/login/companyinfo/lakeside`).catch(() => 'gone');
    await expect.poll(() => other.requests.length).toBe(1);
    await other.stop();
    expect(await asking).toBe('gone');
  });
});
