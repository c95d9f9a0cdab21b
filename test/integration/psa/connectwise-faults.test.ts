import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppError } from '../../../shared/errors.ts';
import {
  type Effect,
  type FakeConnectWise,
  startFakeConnectWise,
} from '../../fakes/connectwise/index.ts';
import { clientOf, signal } from './connectwise-support.ts';

const TICKET = 48213;
const COMPLETED = 19;
const NOTE = {
  text: 'Restarted the spooler.',
  flags: { discussion: false, internal: true, resolution: false },
  notify: false,
};

let fake: FakeConnectWise;

beforeEach(async () => {
  fake = await startFakeConnectWise();
});

afterEach(async () => {
  expect(fake.violations).toEqual([]);
  await fake.stop();
});

const count = (step: string) => fake.requests.filter((one) => one.step === step).length;
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'ok',
    (error: AppError) => error.code,
  );
/** Short only where it is to run out: a busy machine is slow in all else. */
const patience = ({ kind }: Effect) =>
  kind === 'delayed' || kind === 'slow-drip' ? { timeout_milliseconds: 1_000 } : {};
const elsewhere = { kind: 'redirect', to: 'http://127.0.0.1:9' } as const;

describe('posting a note', () => {
  it.each<readonly [string, Effect, string, number]>([
    ['cut before the write', { kind: 'cut', when: 'before-write' }, 'PSA_OUTCOME_UNKNOWN', 0],
    ['cut after the write', { kind: 'cut', when: 'after-write' }, 'PSA_OUTCOME_UNKNOWN', 1],
    [
      'reset after the write',
      { kind: 'cut', when: 'after-write', reset: true },
      'PSA_OUTCOME_UNKNOWN',
      1,
    ],
    [
      'cut in the middle of the answer',
      { kind: 'cut', when: 'mid-answer' },
      'PSA_OUTCOME_UNKNOWN',
      1,
    ],
    ['answered too late', { kind: 'delayed', ms: 5_000 }, 'PSA_OUTCOME_UNKNOWN', 1],
    [
      'answered a byte at a time',
      { kind: 'slow-drip', bytes: 1, every_ms: 100 },
      'PSA_OUTCOME_UNKNOWN',
      1,
    ],
    ['malformed JSON', { kind: 'malformed-json' }, 'PSA_OUTCOME_UNKNOWN', 1],
    ['truncated JSON', { kind: 'truncated-json' }, 'PSA_OUTCOME_UNKNOWN', 1],
    ['500 after the write', { kind: 'server-error', applied: true }, 'PSA_OUTCOME_UNKNOWN', 1],
    ['502 from a gateway', { kind: 'bad-gateway' }, 'PSA_OUTCOME_UNKNOWN', 0],
    [
      'a page in place of an answer',
      { kind: 'sign-in-page', applied: true },
      'PSA_OUTCOME_UNKNOWN',
      1,
    ],
    ['another address', elsewhere, 'PSA_OUTCOME_UNKNOWN', 0],
    ['401', { kind: 'unauthorized' }, 'AUTH_FAILED', 0],
    ['403', { kind: 'forbidden' }, 'PSA_REJECTED', 0],
    ['404', { kind: 'not-found' }, 'NOT_FOUND', 0],
    ['409', { kind: 'conflict' }, 'PSA_REJECTED', 0],
    ['429', { kind: 'throttled', seconds: 0 }, 'RATE_LIMITED', 0],
    ['no route', { kind: 'cannot-route' }, 'NOT_CONFIGURED', 0],
    ['nothing wrong', { kind: 'unknown-fields' }, 'ok', 1],
  ])('%s: said as it is, and sent once', async (_, effect, code, written) => {
    const psa = clientOf(fake, patience(effect));
    const before = fake.notes(TICKET).length;
    fake.fault({ step: 'postNote', effect, times: 'always' });
    expect(await codeOf(psa.addNote(TICKET, NOTE, signal))).toBe(code);
    // Whoever sent it again behind our back would do it now.
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(count('postNote')).toBe(1);
    expect(fake.notes(TICKET).length - before).toBe(written);
  });

  it('is known not to have been sent where nothing answers any more', async () => {
    const psa = clientOf(fake);
    await psa.getTicket(TICKET, signal);
    await fake.stop();
    expect(await codeOf(psa.addNote(TICKET, NOTE, signal))).toBe('OFFLINE');
    fake = await startFakeConnectWise();
  });

  it('can be stopped: unknown once it is under way', async () => {
    const psa = clientOf(fake);
    await psa.getTicket(TICKET, signal);
    fake.fault({ step: 'postNote', effect: { kind: 'delayed', ms: 60_000 } });
    const stop = new AbortController();
    const posting = psa.addNote(TICKET, NOTE, stop.signal);
    posting.catch(() => {});
    await expect.poll(() => count('postNote')).toBe(1);
    stop.abort();
    await expect(posting).rejects.toMatchObject({
      code: 'PSA_OUTCOME_UNKNOWN',
      details: { cancelled: true },
    });
  });

  it('is not sent again after an upgrade; the next call finds the new release', async () => {
    const psa = clientOf(fake);
    await psa.getTicket(TICKET, signal);
    fake.upgrade('v2026_2/');
    expect(await codeOf(psa.addNote(TICKET, NOTE, signal))).toBe('NOT_FOUND');
    expect(await codeOf(psa.addNote(TICKET, NOTE, signal))).toBe('ok');
    expect(fake.notes(TICKET).filter(({ text }) => text === NOTE.text)).toHaveLength(1);
  });
});

describe('changing a status', () => {
  it.each<readonly [string, Effect, number]>([
    ['cut after the write', { kind: 'cut', when: 'after-write' }, 1],
    ['500 after the write', { kind: 'server-error', applied: true }, 1],
    ['truncated JSON', { kind: 'truncated-json' }, 1],
    ['an answer without a status', { kind: 'nulls', fields: ['status'] }, 1],
    ['cut before the write', { kind: 'cut', when: 'before-write' }, 2],
    ['502 before the write', { kind: 'bad-gateway' }, 2],
    ['throttled', { kind: 'throttled', seconds: 1 }, 2],
  ])('%s: done in the end, and never twice', async (_, effect, patches) => {
    const psa = clientOf(fake);
    fake.fault({ step: 'patchStatus', effect });
    expect((await psa.setStatus(TICKET, COMPLETED, signal)).status.id).toBe(COMPLETED);
    expect(count('patchStatus')).toBe(patches);
    expect(fake.ticket(TICKET).status.id).toBe(COMPLETED);
  });

  it.each<readonly [string, Effect, string]>([
    ['refused', { kind: 'status-refused' }, 'PSA_REJECTED'],
    ['of another board', { kind: 'status-of-other-board' }, 'PSA_REJECTED'],
    ['forbidden', { kind: 'forbidden' }, 'PSA_REJECTED'],
    ['in conflict', { kind: 'conflict' }, 'PSA_REJECTED'],
    ['without keys', { kind: 'unauthorized' }, 'AUTH_FAILED'],
    ['throttled for long', { kind: 'throttled', seconds: 30 }, 'RATE_LIMITED'],
    ['too late', { kind: 'delayed', ms: 5_000, late: true }, 'PSA_OUTCOME_UNKNOWN'],
    ['another address', elsewhere, 'PSA_OUTCOME_UNKNOWN'],
  ])('%s: sent once', async (_, effect, code) => {
    const psa = clientOf(fake, patience(effect));
    fake.fault({ step: 'patchStatus', effect, times: 'always' });
    expect(await codeOf(psa.setStatus(TICKET, COMPLETED, signal))).toBe(code);
    expect(count('patchStatus')).toBe(1);
  });

  it('is unknown where ConnectWise fails again and again', async () => {
    const psa = clientOf(fake);
    fake.fault({ step: 'patchStatus', effect: { kind: 'server-error' }, times: 'always' });
    expect(await codeOf(psa.setStatus(TICKET, COMPLETED, signal))).toBe('PSA_OUTCOME_UNKNOWN');
    expect(count('patchStatus')).toBe(3);
  });
});

describe('reading', () => {
  it.each<readonly [string, Effect]>([
    ['a cut connection', { kind: 'cut', when: 'mid-answer' }],
    ['malformed JSON', { kind: 'malformed-json' }],
    ['truncated JSON', { kind: 'truncated-json' }],
    ['500', { kind: 'server-error' }],
    ['502 and a page', { kind: 'bad-gateway' }],
    ['throttling', { kind: 'throttled', seconds: 2 }],
  ])('gets over %s twice, not three times', async (_, effect) => {
    const psa = clientOf(fake);
    fake.fault({ step: 'getTicket', effect, times: 2 });
    expect(await codeOf(psa.getTicket(TICKET, signal))).toBe('ok');
    fake.fault({ step: 'getTicket', effect, times: 3 });
    expect(await codeOf(psa.getTicket(TICKET, signal))).not.toBe('ok');
  });

  it('follows the codebase where an upgrade moved it, and asks for it once', async () => {
    const psa = clientOf(fake);
    await psa.getTicket(TICKET, signal);
    fake.upgrade('v2026_2/');
    expect(await codeOf(psa.getTicket(TICKET, signal))).toBe('ok');
    expect(count('companyinfo')).toBe(2);
    expect(await codeOf(psa.setStatus(TICKET, COMPLETED, signal))).toBe('ok');
    expect(count('companyinfo')).toBe(2);
  });

  it('does not follow a codebase that would lead elsewhere', async () => {
    const evil = { CompanyName: 'x', Codebase: '../@evil.example/', IsCloud: true };
    const effect = { kind: 'answer', status: 200, body: evil } as const;
    fake.fault({ step: 'companyinfo', effect, times: 'always' });
    expect(await codeOf(clientOf(fake).getTicket(TICKET, signal))).toBe('PSA_REJECTED');
    expect(fake.requests.every(({ authorization }) => authorization === 'none')).toBe(true);
  });

  it('never follows a redirect: keys go where they were sent, or nowhere', async () => {
    const other = await startFakeConnectWise();
    try {
      const effect = { kind: 'redirect', to: other.url } as const;
      fake.fault({ step: 'any', effect, times: 'always' });
      expect(await codeOf(clientOf(fake).getTicket(TICKET, signal))).toBe('NOT_CONFIGURED');
      fake.clearFaults();
      fake.fault({ step: 'getTicket', effect, times: 'always' });
      expect(await codeOf(clientOf(fake).getTicket(TICKET, signal))).toBe('NOT_CONFIGURED');
      expect(other.requests).toEqual([]);
    } finally {
      await other.stop();
    }
  });
});
