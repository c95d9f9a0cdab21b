import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConnectWiseOptions } from '../../../electron/psa/connectwise/index.ts';
import {
  type FakeConnectWise,
  type Fault,
  startFakeConnectWise,
} from '../../fakes/connectwise/index.ts';
import { clientOf, signal } from './connectwise-support.ts';

let fake: FakeConnectWise;

beforeEach(async () => {
  fake = await startFakeConnectWise();
});

afterEach(async () => {
  expect(fake.violations).toEqual([]);
  await fake.stop();
});

const always = (step: Fault['step'], effect: Fault['effect']): Fault => ({
  step,
  effect,
  times: 'always',
});
const wrongKeys = { keys: async () => ({ public_key: 'wrong', private_key: 'wronger' }) };

describe('the test of the connection', () => {
  it('tells what it found, step by step', async () => {
    const { ok, steps } = await clientOf(fake).testConnection(signal);
    expect(ok).toBe(true);
    expect(steps.map(({ name }) => name)).toEqual(['address', 'company', 'keys', 'rights']);
    expect(steps[0]?.message).toContain(fake.host);
    expect(steps[1]?.message).toBe('Lakeside Managed IT, v2026.1');
  });

  it.each<readonly [string, Partial<ConnectWiseOptions>, readonly Fault[], string, RegExp]>([
    ['no address', { site: '' }, [], 'address', /Enter the address/],
    ['an address over http', { site: 'http://cw.example' }, [], 'address', /https:\/\/cw\.example/],
    [
      'nobody at the address',
      { site: 'http://127.0.0.1:9' },
      [],
      'address',
      /Nothing answers at 127/,
    ],
    [
      'a web page at the address',
      {},
      [always('companyinfo', { kind: 'sign-in-page' })],
      'address',
      /web page/,
    ],
    ['not a ConnectWise', {}, [always('companyinfo', { kind: 'not-found' })], 'address', /as Conn/],
    [
      'passed on to another address',
      {},
      [always('companyinfo', { kind: 'redirect', to: 'http://127.0.0.1:9' })],
      'address',
      /final address/,
    ],
    ['no company', { company: '' }, [], 'company', /company is missing/],
    ['an unknown company', { company: 'nobody' }, [], 'company', /"nobody"/],
    ['no keys', { keys: async () => null }, [], 'keys', /keys are missing/],
    ['no client id', { client_id: ' ' }, [], 'keys', /client id is missing/],
    ['wrong keys', wrongKeys, [], 'keys', /public and private key again/],
    [
      'wrong keys where the version is told to anybody',
      {},
      [always('boards', { kind: 'unauthorized' })],
      'keys',
      /public and private key again/,
    ],
    [
      'wrong keys that look like a wrong path',
      {},
      [always('systemInfo', { kind: 'not-found' }), always('boards', { kind: 'not-found' })],
      'keys',
      /how its cloud answers wrong keys/,
    ],
    [
      'wrong keys that look like a wrong route',
      {},
      [always('systemInfo', { kind: 'cannot-route' }), always('boards', { kind: 'cannot-route' })],
      'keys',
      /how its cloud answers wrong keys/,
    ],
    [
      'wrong keys that look like a wrong path, though the version is told',
      {},
      [always('boards', { kind: 'not-found' })],
      'keys',
      /how its cloud answers wrong keys/,
    ],
    ['a wrong client id', { client_id: 'other' }, [], 'keys', /client id/],
    ['no right to boards', {}, [always('boards', { kind: 'forbidden' })], 'rights', /Table Setup/],
    [
      'no right to statuses',
      {},
      [always('statuses', { kind: 'forbidden' })],
      'rights',
      /Table Setup/,
    ],
    [
      'no right to tickets',
      {},
      [always('findTickets', { kind: 'forbidden' })],
      'rights',
      /Service Desk → Service Tickets: Inquire/,
    ],
  ])('names the fix for %s', async (_, options, faults, name, message) => {
    for (const fault of faults) fake.fault(fault);
    const { ok, steps } = await clientOf(fake, options).testConnection(signal);
    expect(ok).toBe(false);
    expect(steps.at(-1)).toEqual({ name, ok: false, message: expect.stringMatching(message) });
    expect(steps.slice(0, -1).every((step) => step.ok)).toBe(true);
  });

  it('does not mind a version that may not be read', async () => {
    fake.fault(always('systemInfo', { kind: 'forbidden' }));
    expect((await clientOf(fake).testConnection(signal)).ok).toBe(true);
  });

  it('can be stopped', async () => {
    fake.fault(always('boards', { kind: 'delayed', ms: 60_000 }));
    const stop = new AbortController();
    const testing = clientOf(fake).testConnection(stop.signal);
    testing.catch(() => {});
    await expect.poll(() => fake.requests.some(({ step }) => step === 'boards')).toBe(true);
    stop.abort();
    await expect(testing).rejects.toMatchObject({
      code: 'CANCELLED',
    });
  });
});

describe('keys that look like a missing record', () => {
  it('are told apart from one, before anything was ever found', async () => {
    fake.fault(always('getTicket', { kind: 'not-found' }));
    fake.fault(always('boards', { kind: 'not-found' }));
    await expect(clientOf(fake).getTicket(48213, signal)).rejects.toMatchObject({
      code: 'AUTH_FAILED',
    });
  });

  it('are suspected again once they were replaced', async () => {
    let public_key = fake.credentials.public_key;
    const { private_key } = fake.credentials;
    const psa = clientOf(fake, { keys: async () => ({ public_key, private_key }) });
    await psa.getTicket(48213, signal);
    public_key = 'another';
    fake.fault(always('getTicket', { kind: 'not-found' }));
    await expect(psa.getTicket(48213, signal)).rejects.toMatchObject({ code: 'AUTH_FAILED' });
  });

  it('are not suspected once they opened something', async () => {
    const psa = clientOf(fake);
    await psa.getTicket(48213, signal);
    fake.fault(always('boards', { kind: 'not-found' }));
    await expect(psa.getTicket(1, signal)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(fake.requests.map(({ step }) => step)).not.toContain('boards');
  });
});

describe('the keys', () => {
  it('stand in no error and in no address, whatever goes wrong', async () => {
    const { public_key, private_key, company } = fake.credentials;
    const token = Buffer.from(`${company}+${public_key}:${private_key}`).toString('base64');
    const body = { code: 'X', message: `Basic ${token} ${public_key} ${private_key}` };
    const psa = clientOf(fake);
    await psa.getTicket(48213, signal);
    for (const status of [400, 401, 403, 404, 409, 429, 500]) {
      const effect = { kind: 'answer', status, body } as const;
      fake.fault(always('any', effect));
      const error = await psa.getTicket(48213, signal).catch((failure: unknown) => failure);
      const told = JSON.stringify([error, (error as Error).stack, (error as Error).message]);
      for (const secret of [public_key, private_key, token]) expect(told).not.toContain(secret);
      fake.clearFaults();
    }
    const paths = fake.requests.map(({ path }) => path).join(' ');
    for (const secret of [public_key, private_key, token]) expect(paths).not.toContain(secret);
  });
});
