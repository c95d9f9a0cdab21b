import { assert, double, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pauseBefore, retryAfter, throttledFor } from '../../../electron/psa/connectwise/retry.ts';

const NOW = Date.parse('2026-11-20T10:00:00Z');

describe('Retry-After', () => {
  it.each([
    ['30', 30_000],
    [' 0 ', 0],
    ['1.5', 1_500],
    ['Fri, 20 Nov 2026 10:00:12 GMT', 12_000],
    ['Fri, 20 Nov 2026 09:00:00 GMT', 0],
    ['-5', null],
    ['soon', null],
    ['', null],
    [null, null],
  ])('%s', (header, expected) => {
    expect(retryAfter(header, NOW)).toBe(expected);
  });

  it('is read from the words where the header is missing, and else is what the guide says', () => {
    const words = 'Too many requests. Please try again in 45 seconds.';
    expect(throttledFor(null, words, NOW)).toBe(45_000);
    expect(throttledFor('3', words, NOW)).toBe(3_000);
    expect(throttledFor(null, '', NOW)).toBe(30_000);
  });
});

describe('the pause before another attempt', () => {
  it('doubles, and lies between half and the whole', () => {
    expect(pauseBefore(1, null, () => 0)).toBe(50);
    expect(pauseBefore(1, null, () => 1)).toBe(100);
    expect(pauseBefore(2, null, () => 0)).toBe(100);
    expect(pauseBefore(2, null, () => 1)).toBe(200);
  });

  it('is never shorter than ConnectWise asked for, and never so long that nobody waits', () => {
    assert(
      property(
        integer({ min: 1, max: 2 }),
        integer({ min: 0, max: 120_000 }),
        double({ min: 0, max: 1, noNaN: true }),
        (attempt, asked, chance) => {
          const pause = pauseBefore(attempt, asked, () => chance);
          if (asked > 10_000) expect(pause).toBeNull();
          else expect(pause).toBeGreaterThanOrEqual(asked);
        },
      ),
    );
  });

  it('ends after the third attempt', () => {
    expect(pauseBefore(3, null, () => 0)).toBeNull();
    expect(pauseBefore(3, 1_000, () => 0)).toBeNull();
  });
});
