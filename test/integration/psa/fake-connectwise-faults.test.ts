import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Effect,
  type FakeConnectWise,
  type Step,
  startFakeConnectWise,
} from '../../fakes/connectwise/index.ts';
import {
  idsOf,
  notesPath,
  rawClient,
  TICKET,
  ticketPath,
} from '../../fakes/connectwise/raw-client.ts';

const IN_PROGRESS = 17;
const COMPLETED = 19;
const ESCALATED = 20;

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

describe('where a fault strikes', () => {
  const error: Effect = { kind: 'server-error' };
  const outcomes = async (count: number) => {
    for (let at = 0; at < count; at += 1) await client.get(ticketPath);
    return fake.requests.map(({ outcome }) => outcome);
  };

  it('once', async () => {
    fake.fault({ step: 'getTicket', effect: error });
    expect(await outcomes(3)).toEqual([500, 200, 200]);
    expect(fake.requests.map(({ effects }) => effects)).toEqual([['server-error'], [], []]);
  });

  it('a number of times', async () => {
    fake.fault({ step: 'getTicket', effect: error, times: 2 });
    expect(await outcomes(3)).toEqual([500, 500, 200]);
  });

  it('the nth time', async () => {
    fake.fault({ step: 'getTicket', effect: error, nth: 2 });
    expect(await outcomes(3)).toEqual([200, 500, 200]);
  });

  it('always, until it is cleared', async () => {
    fake.fault({ step: 'any', effect: error, times: 'always' });
    expect(await outcomes(2)).toEqual([500, 500]);
    fake.clearFaults();
    expect(await outcomes(1)).toEqual([500, 500, 200]);
  });

  it('on another step or ticket not at all', async () => {
    fake.fault({ step: 'postNote', effect: error, times: 'always' });
    fake.fault({ step: 'getTicket', effect: error, times: 'always', ticket_id: 48230 });
    expect(await outcomes(1)).toEqual([200]);
    expect((await client.get('/service/tickets/48230')).status).toBe(500);
  });
});

describe('answers in place of the right one', () => {
  const cases: [Effect, number, string | RegExp][] = [
    [{ kind: 'unauthorized' }, 401, '"Unauthorized"'],
    [{ kind: 'forbidden' }, 403, '"Security"'],
    [{ kind: 'not-found' }, 404, '"NotFound"'],
    [{ kind: 'cannot-route' }, 400, /^Cannot route/],
    [{ kind: 'conflict' }, 409, 'in use'],
    [{ kind: 'throttled', seconds: 30 }, 429, '"error":"ConnectWiseAPI"'],
    [{ kind: 'server-error' }, 500, '"message"'],
    [{ kind: 'bad-gateway' }, 502, /^<html>/],
    [{ kind: 'sign-in-page' }, 200, /^<!DOCTYPE html>/],
    [{ kind: 'status-refused' }, 400, 'InvalidObject'],
    [{ kind: 'answer', status: 418, body: { odd: true } }, 418, '{"odd":true}'],
  ];

  it.each(cases)('%o', async (effect, status, body) => {
    strike('postNote', effect);
    strike('patchStatus', { ...effect, applied: true } as Effect);
    const posted = await client.post();
    expect(posted.status).toBe(status);
    expect(posted.text).toMatch(body);
    expect(own()).toHaveLength(0);
    expect((await client.patch(COMPLETED)).status).toBe(status);
    expect(fake.ticket(TICKET).status_id).toBe(COMPLETED);
  });

  it('tells with a 429 when to come back', async () => {
    strike('getTicket', { kind: 'throttled', seconds: 7 });
    expect((await client.get(ticketPath)).headers.get('retry-after')).toBe('7');
  });

  it('names the foreign board', async () => {
    strike('patchStatus', { kind: 'status-of-other-board' });
    expect((await client.patch(COMPLETED)).text).toContain(
      'Service Status 19 not found for Service Board 1',
    );
  });

  it('knows no company', async () => {
    strike('companyinfo', { kind: 'company-unknown' });
    expect(await (await fetch(`${fake.url}/login/companyinfo/lakeside`)).text()).toBe('null');
  });

  it('redirects to another host', async () => {
    strike('getTicket', { kind: 'redirect', to: 'http://localhost:9', status: 307 });
    const { status, headers: sent } = await client.get(ticketPath);
    expect(status).toBe(307);
    expect(sent.get('location')).toBe(`http://localhost:9/v2026_1/apis/3.0${ticketPath}`);
  });
});

describe('writes that come out otherwise', () => {
  it('a status ignored', async () => {
    strike('patchStatus', { kind: 'status-ignored' });
    expect(await client.patch(COMPLETED)).toMatchObject({
      status: 200,
      json: { status: { id: IN_PROGRESS } },
    });
    expect(fake.ticket(TICKET).status_id).toBe(IN_PROGRESS);
  });

  it('a status overridden at once', async () => {
    strike('patchStatus', { kind: 'status-overridden', status: 'Waiting' });
    expect((await client.patch(COMPLETED)).json).toMatchObject({ status: { name: 'Waiting' } });
    expect(fake.ticket(TICKET)).toMatchObject({
      status: { name: 'Waiting' },
      updated_by: 'workflow',
    });
  });

  it.each([0, 60])('a status overridden %i ms after its answer', async (after_ms) => {
    strike('patchStatus', { kind: 'status-overridden', after_ms });
    expect((await client.patch(COMPLETED)).json).toMatchObject({ status: { id: COMPLETED } });
    await expect.poll(() => fake.ticket(TICKET).status.name).toBe('New');
  });

  it('no right to close, but to escalate', async () => {
    fake.fault({ step: 'patchStatus', effect: { kind: 'no-close-right' }, times: 'always' });
    expect((await client.patch(COMPLETED)).status).toBe(403);
    expect((await client.patch(ESCALATED)).status).toBe(200);
    expect(fake.ticket(TICKET).status.name).toBe('Escalated');
  });

  it.each([
    [{ kind: 'newlines-folded' }, { text: '## Problem  Outlook asked.' }],
    [{ kind: 'text-trimmed', length: 10 }, { text: '## Problem' }],
    [
      { kind: 'flags-stored', flags: { discussion: true, resolution: false } },
      { flags: { discussion: true, internal: false, resolution: false } },
    ],
  ] as [Effect, object][])('a note with %o', async (effect, stored) => {
    strike('postNote', effect);
    expect((await client.post()).status).toBe(201);
    expect(own()).toMatchObject([stored]);
  });
});

describe('what others do meanwhile', () => {
  it.each([
    [{ kind: 'ticket-closed' }, { closed: true }],
    [{ kind: 'ticket-merged', into: 48230 }, { merged_into: 48230 }],
    [
      { kind: 'ticket-moved', board_id: 2 },
      { board: { id: 2 }, status: { id: 31 } },
    ],
  ] as [Effect, object][])('%o', async (effect, expected) => {
    strike('getTicket', effect);
    await client.get(ticketPath);
    expect(fake.ticket(TICKET)).toMatchObject(expected);
  });

  it('shows before or after the answer, as told', async () => {
    strike('getTicket', { kind: 'ticket-closed', when: 'after' });
    expect((await client.get(ticketPath)).json).toMatchObject({ closedFlag: false });
    expect((await client.get(ticketPath)).json).toMatchObject({ closedFlag: true });
    strike('listNotes', { kind: 'customer-note', text: 'It is back.' });
    expect(idsOf(await client.get(notesPath))).toEqual([9001, 9002, 9004]);
  });
});

describe('bent bodies', () => {
  it('hold fields that nobody knows', async () => {
    strike('getTicket', { kind: 'unknown-fields' });
    expect((await client.get(ticketPath)).json).toMatchObject({ newThing: { id: 7 }, id: TICKET });
  });

  it.each([
    ['getTicket', ticketPath, ['company', 'contact', 'owner', 'priority', '_info', 'resources']],
    ['getNote', `${notesPath}/9001`, ['member', 'contact', 'dateCreated', 'createdBy', '_info']],
  ] as const)('hold nulls: %s', async (step, path, emptied) => {
    strike(step, { kind: 'nulls' });
    const { json } = await client.get(path);
    for (const field of emptied) expect(json[field]).toBeNull();
    expect(json.id).not.toBeNull();
  });

  it('hold nulls where it is told', async () => {
    strike('getTicket', { kind: 'nulls', fields: ['status'] });
    expect((await client.get(ticketPath)).json).toMatchObject({ status: null, board: { id: 1 } });
  });

  it('come in another order than asked for', async () => {
    const newest = `${notesPath}?orderBy=id%20desc&pageSize=1`;
    strike('listNotes', { kind: 'order-ignored' });
    expect(idsOf(await client.get(newest))).toEqual([9001]);
    expect(idsOf(await client.get(newest))).toEqual([9002]);
  });

  it('lack the newest rows', async () => {
    strike('listNotes', { kind: 'list-lags', rows: 1 });
    expect(idsOf(await client.get(notesPath))).toEqual([9001]);
    expect(idsOf(await client.get(notesPath))).toEqual([9001, 9002]);
  });
});
