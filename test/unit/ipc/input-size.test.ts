import { describe, expect, it } from 'vitest';
import { fits } from '../../../electron/ipc/input-size.ts';
import { cpuMilliseconds } from '../../fixtures/cpu-time.ts';

const UNREADABLE = { code: 'INVALID_INPUT' };

describe('the size of an input', () => {
  it('counts texts in bytes, keys too, wherever they are', () => {
    expect(fits({ text: 'x'.repeat(80) }, 100)).toBe(true);
    expect(fits({ text: 'x'.repeat(101) }, 100)).toBe(false);
    expect(fits({ text: '€'.repeat(40) }, 100)).toBe(false);
    expect(fits({ ['x'.repeat(101)]: 1 }, 100)).toBe(false);
    expect(fits([[{ a: ['x'.repeat(60)] }], 'x'.repeat(60)], 100)).toBe(false);
  });

  it.each([undefined, null, 0, true, '', [], {}])('takes %j', (input) => {
    expect(fits(input, 100)).toBe(true);
  });

  it('is not fooled by a list that is long and holds nothing', () => {
    expect(fits(new Array(1_000_000), 100)).toBe(false);
  });

  it('refuses what would not show its size, or never ends', () => {
    const loop: { self?: unknown; again?: unknown } = {};
    Object.assign(loop, { self: loop, again: loop });
    const deep = JSON.parse(`${'['.repeat(1_000)}${']'.repeat(1_000)}`) as unknown;
    for (const input of [loop, deep, new Map(), new Date(), new Uint8Array(9), 1n, () => {}]) {
      expect(() => fits({ input }, 1_000_000)).toThrow(expect.objectContaining(UNREADABLE));
    }
  });

  it('answers soon, however large the input', async () => {
    const huge = Array.from({ length: 300_000 }, () => ({ text: 'x'.repeat(20) }));
    const took = await cpuMilliseconds(() => expect(fits(huge, 1_000)).toBe(false));
    expect(took).toBeLessThan(200);
  });
});
