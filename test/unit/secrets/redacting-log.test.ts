import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createSecretGuard, REDACTED, redactingLog } from '../../../electron/secrets/index.ts';
import type { Log } from '../../../shared/log.ts';

const VALUE = 'Harbor-Lantern-29';

function setUp(): { log: Log; written: unknown[] } {
  const guard = createSecretGuard();
  guard.remember(VALUE);
  const written: unknown[] = [];
  const keep = (...parts: unknown[]) => void written.push(...parts);
  const log = redactingLog({ info: keep, warn: keep, error: keep }, guard.redactKnown);
  return { log, written };
}

describe('a redacting log', () => {
  it('writes no known value in a message', () => {
    const { log, written } = setUp();
    log.info(`a ${VALUE}`);
    log.warn(`b ${encodeURIComponent(VALUE)}`);
    log.error(`c ${VALUE}`);
    expect(written).toEqual([`a ${REDACTED}`, `b ${REDACTED}`, `c ${REDACTED}`]);
  });

  it('writes no known value that an error carries anywhere', () => {
    const { log, written } = setUp();
    const cause = Object.assign(new TypeError(`inner ${VALUE}`), { code: 'E_INNER' });
    const error = Object.assign(new RangeError(`outer ${VALUE}`, { cause }), {
      config: { headers: [`Basic ${Buffer.from(`x:${VALUE}`).toString('base64')}`], [VALUE]: 1 },
      status: 401,
    });
    Object.assign(error, { self: error });
    log.error('failed', error);
    const [, copy] = written;
    expect(inspect(copy, { depth: 20, showHidden: true })).not.toContain(VALUE);
    expect(copy).toBeInstanceOf(RangeError);
    expect(copy).toMatchObject({
      message: `outer ${REDACTED}`,
      status: 401,
      cause: { message: `inner ${REDACTED}`, code: 'E_INNER' },
    });
    expect(error.message).toContain(VALUE);
  });

  it('takes whatever is thrown', () => {
    const { log, written } = setUp();
    const broken = {
      get value(): string {
        throw new Error('no');
      },
    };
    const hostile = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error(VALUE);
        },
      },
    );
    for (const thrown of [
      VALUE,
      null,
      7,
      Symbol(VALUE),
      broken,
      hostile,
      new Map([[VALUE, VALUE]]),
      () => VALUE,
      Buffer.from(VALUE),
    ]) {
      log.error('failed', thrown);
    }
    expect(inspect(written, { depth: 20 })).not.toContain(VALUE);
  });
});
