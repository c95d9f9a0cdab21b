import { describe, expect, it } from 'vitest';
import {
  type Attempt,
  attemptsFor,
  encodeWithin,
  fitWithin,
} from '../../../../renderer/lane/pictures/scale.ts';

const LIMIT = 3_750_000;

describe('fitWithin', () => {
  it('keeps the proportions, makes nothing larger and nothing empty', () => {
    expect(fitWithin({ width: 3_136, height: 1_000 }, 1_568)).toEqual({
      width: 1_568,
      height: 500,
    });
    expect(fitWithin({ width: 400, height: 300 }, 1_568)).toEqual({ width: 400, height: 300 });
    expect(fitWithin({ width: 1, height: 20_000 }, 1_568)).toEqual({ width: 1, height: 1_568 });
  });
});

describe('a picture', () => {
  const encode =
    (sizes: Partial<Record<Attempt['type'], number>>, made: Attempt[] = []) =>
    async (attempt: Attempt) => {
      made.push(attempt);
      const size = (sizes[attempt.type] ?? 0) * attempt.quality * (attempt.edge / 1_568);
      return { type: attempt.type, size };
    };

  it('stays sharp where that is small enough', async () => {
    const made = await encodeWithin(attemptsFor('image/png', LIMIT), encode({ 'image/png': 9e5 }));
    expect(made?.type).toBe('image/png');
  });

  it('loses detail, then size, until it is small enough', async () => {
    const made: Attempt[] = [];
    const sizes = { 'image/png': 9e6, 'image/webp': 7e6 };
    const result = await encodeWithin(attemptsFor('image/png', LIMIT), encode(sizes, made));
    expect(result?.size).toBeLessThanOrEqual(LIMIT);
    expect(made.map(({ type }) => type)).toContain('image/png');
    expect(made.at(-1)?.edge).toBeLessThan(1_568);
  });

  it('is not tried as PNG where it was a photograph', () => {
    expect(attemptsFor('image/jpeg', LIMIT).some(({ type }) => type === 'image/png')).toBe(false);
  });

  it('that cannot be made small enough is given up', async () => {
    const sizes = { 'image/png': 9e9, 'image/webp': 9e9 };
    expect(await encodeWithin(attemptsFor('image/png', LIMIT), encode(sizes))).toBeUndefined();
  });

  it('is not taken in a type that was not asked for', async () => {
    const attempts = attemptsFor('image/jpeg', LIMIT);
    const asPng = async () => ({ type: 'image/png', size: 10 });
    expect(await encodeWithin(attempts, asPng)).toBeUndefined();
  });
});
