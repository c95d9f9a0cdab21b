import { describe, expect, it } from 'vitest';
import {
  costWords,
  tokenWords,
  totalWords,
  unpricedWords,
} from '../../../../renderer/lane/usage/usage-words.ts';
import { readMonthlyLimit } from '../../../../renderer/settings/monthly-limit.ts';

const total = {
  answers: 2,
  input_tokens: 1_000,
  output_tokens: 234,
  cost_microdollars: 21_400,
  unpriced_answers: 0,
};

describe('usage', () => {
  it('is told shortly', () => {
    expect(totalWords(total)).toBe('1.2k tokens · about $0.02');
    expect(totalWords({ ...total, cost_microdollars: 900 })).toBe('1.2k tokens · under $0.01');
    expect([0, 999, 1_000, 12_345, 999_600, 1_400_000].map(tokenWords)).toEqual([
      '0',
      '999',
      '1k',
      '12k',
      '1M',
      '1.4M',
    ]);
    expect([0, 10_000, 1_234_567_890].map(costWords)).toEqual(['$0.00', '$0.01', '$1,234.57']);
  });

  it('says what the cost leaves out', () => {
    expect(totalWords({ ...total, unpriced_answers: 2 })).toBe('1.2k tokens');
    expect(unpricedWords(total)).toBeNull();
    expect(unpricedWords({ ...total, unpriced_answers: 1 })).toMatch(/^1 answer comes from/);
  });
});

describe('readMonthlyLimit', () => {
  it('reads whole dollars, nothing for none, and refuses the rest', () => {
    expect(['', ' ', '20', '$ 1,000', '0'].map(readMonthlyLimit)).toEqual([
      null,
      null,
      20,
      1_000,
      0,
    ]);
    expect(['12.50', 'a lot', '-3'].map(readMonthlyLimit)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
