import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCredentials } from '../../../electron/credentials/index.ts';
import { createFakeKeychain, REFUSAL } from '../../fakes/keychain.ts';
import { createTestLog } from '../../fixtures/log.ts';

const KEY = 'anthropic-api-key';
const PROBE = 'read availability-probe';
const LIMIT = 15_000;
const UNAVAILABLE = { name: 'AppError', code: 'KEYCHAIN_UNAVAILABLE' };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function desk() {
  const keychain = createFakeKeychain();
  const log = createTestLog();
  return { keychain, log, credentials: createCredentials({ keychain: keychain.open, log }) };
}

/** How a call ends once the limit has passed, or that it has not ended then. */
async function afterTheLimit<Answer>(call: Promise<Answer>): Promise<Answer | 'still waiting'> {
  const ended = Promise.race([
    call,
    new Promise<'still waiting'>((resolve) => setTimeout(resolve, LIMIT + 1, 'still waiting')),
  ]);
  ended.catch(() => {});
  await vi.advanceTimersByTimeAsync(LIMIT + 1);
  return ended;
}

describe('a keychain that does not answer when it is first asked', () => {
  it.each(['open', 'read'] as const)(
    'fails after the limit and is asked again (%s)',
    async (call) => {
      const { keychain, credentials, log } = desk();
      keychain.mood = { [call]: 'hang' };
      const asks = [
        credentials.storage(),
        credentials.get(KEY),
        credentials.set(KEY, 'sk-canary'),
        credentials.remove(KEY),
      ];
      await Promise.all(
        asks.map((ask) => expect(afterTheLimit<unknown>(ask)).rejects.toMatchObject(UNAVAILABLE)),
      );
      expect(keychain.hanging).toHaveLength(1);
      expect(log.lines.join()).not.toContain('stay in memory');

      keychain.mood = {};
      expect(await credentials.set(KEY, 'sk-canary')).toBe('os');
      expect(keychain.entries.get(KEY)).toBe('sk-canary');
    },
  );

  it('says what to do', async () => {
    const { keychain, credentials } = desk();
    keychain.mood = { open: 'hang' };
    await expect(afterTheLimit(credentials.get(KEY))).rejects.toThrow(/Unlock it and try again/);
  });

  it.each(['goOn', 'fail'] as const)('does no harm when it answers late (%s)', async (answer) => {
    const { keychain, credentials } = desk();
    keychain.mood = { read: 'hang' };
    await expect(afterTheLimit(credentials.storage())).rejects.toMatchObject(UNAVAILABLE);
    for (const call of keychain.hanging) call[answer]();
    await vi.runAllTimersAsync();

    keychain.mood = {};
    expect(await credentials.storage()).toBe('os');
    expect(keychain.calls.filter((call) => call === PROBE)).toHaveLength(2);
  });

  it('is asked again only so often, until one of the calls answers', async () => {
    const { keychain, credentials } = desk();
    keychain.mood = { read: 'hang' };
    for (let ask = 0; ask < 5; ask += 1) {
      await expect(afterTheLimit(credentials.storage())).rejects.toMatchObject(UNAVAILABLE);
    }
    expect(keychain.hanging).toHaveLength(2);

    keychain.mood = {};
    keychain.hanging[0]?.goOn();
    expect(await credentials.storage()).toBe('os');
  });
});

describe('a keychain that refuses', () => {
  it('leaves secrets in memory where it does so from the start', async () => {
    const { keychain, credentials } = desk();
    keychain.mood = { read: 'refuse' };
    expect(await credentials.set(KEY, 'sk-canary')).toBe('memory');
    expect(await credentials.get(KEY)).toBe('sk-canary');
    expect(await credentials.remove(KEY)).toBe(true);
    expect(await credentials.get(KEY)).toBeNull();
  });

  it('fails that call alone later on, in words of ours', async () => {
    const { keychain, credentials, log } = desk();
    await credentials.set(KEY, 'sk-canary');
    keychain.mood = { read: 'refuse', write: 'refuse', remove: 'refuse' };
    const failures = await Promise.all(
      [credentials.get(KEY), credentials.set(KEY, 'sk-second'), credentials.remove(KEY)].map(
        (call) => call.then(() => null).catch((error: unknown) => error),
      ),
    );
    for (const failure of failures) {
      expect(failure).toMatchObject(UNAVAILABLE);
      expect((failure as Error).message).toContain('Unlock it');
      expect((failure as Error).message).not.toContain(REFUSAL);
    }
    expect(log.lines.filter((line) => line.includes(REFUSAL))).toHaveLength(3);
    expect(log.lines.join()).not.toContain('sk-');

    keychain.mood = {};
    expect(await credentials.get(KEY)).toBe('sk-canary');
    expect(await credentials.storage()).toBe('os');
  });
});

describe('a keychain that stops answering', () => {
  it('fails the read after the limit, and the next one stands for itself', async () => {
    const { keychain, credentials } = desk();
    await credentials.set(KEY, 'sk-old');
    keychain.mood = { read: 'hang' };
    await expect(afterTheLimit(credentials.get(KEY))).rejects.toMatchObject(UNAVAILABLE);

    keychain.mood = {};
    keychain.entries.set(KEY, 'sk-new');
    expect(await credentials.get(KEY)).toBe('sk-new');
    keychain.hanging[0]?.goOn();
    await vi.runAllTimersAsync();
    expect(await credentials.get(KEY)).toBe('sk-new');
  });

  it('never lets an older secret that is written late take the place of a newer one', async () => {
    const { keychain, credentials } = desk();
    keychain.mood = { write: 'hang' };
    await expect(afterTheLimit(credentials.set(KEY, 'first'))).rejects.toMatchObject(UNAVAILABLE);

    keychain.mood = {};
    const second = credentials.set(KEY, 'second');
    await vi.advanceTimersByTimeAsync(LIMIT / 2);
    expect(keychain.entries.has(KEY)).toBe(false);
    keychain.hanging[0]?.goOn();
    expect(await second).toBe('os');
    expect(keychain.entries.get(KEY)).toBe('second');
  });

  it('never makes a change that was told as failed before it began', async () => {
    const { keychain, credentials } = desk();
    keychain.mood = { write: 'hang' };
    const first = expect(afterTheLimit(credentials.set(KEY, 'first'))).rejects.toMatchObject(
      UNAVAILABLE,
    );
    await first;
    await expect(afterTheLimit(credentials.set(KEY, 'second'))).rejects.toMatchObject(UNAVAILABLE);
    await expect(afterTheLimit(credentials.remove(KEY))).rejects.toMatchObject(UNAVAILABLE);

    keychain.hanging[0]?.goOn();
    await vi.runAllTimersAsync();
    expect(keychain.calls.filter((call) => call !== 'open' && call !== PROBE)).toEqual([
      `write ${KEY}`,
    ]);
    expect(keychain.entries.get(KEY)).toBe('first');
  });

  it('leaves a thread of the process free, whatever hangs', async () => {
    const { keychain, credentials } = desk();
    await credentials.storage();
    keychain.mood = { read: 'hang', write: 'hang', remove: 'hang' };
    const asks = [1, 2, 3].flatMap(() => [
      credentials.get(KEY),
      credentials.set(KEY, 'sk-canary'),
      credentials.remove(KEY),
    ]);
    await Promise.all(
      asks.map((ask) => expect(afterTheLimit<unknown>(ask)).rejects.toMatchObject(UNAVAILABLE)),
    );
    expect(keychain.hanging).toHaveLength(3);
  });
});
