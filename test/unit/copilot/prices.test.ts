import { describe, expect, it } from 'vitest';
import { usageOf } from '../../../electron/copilot/prices.ts';

const tokens = { input: 1_000_000, cache_read: 0, cache_write: 0, output: 0 };

describe('the list prices', () => {
  it.each([
    ['claude-sonnet-5-5', 2],
    ['claude-sonnet-4-5-20250929', 3],
    ['claude-sonnet-4-20250514', 3],
    ['us.anthropic.claude-opus-4-1-20250805-v1:0', 15],
    ['claude-opus-5', 5],
    ['claude-haiku-4-5@20251001', 1],
    ['claude-haiku-5-5', 0.5],
  ])('know %s', (model, dollars) => {
    expect(usageOf(model, [tokens]).cost_microdollars).toBe(dollars * 1_000_000);
  });

  it('make no price up', () => {
    for (const model of ['claude-sonnet-9', 'gpt-5', 'constructor', 'claude-3-opus-20240229']) {
      expect(usageOf(model, [tokens])).toEqual({
        model,
        input_tokens: 1_000_000,
        output_tokens: 0,
        cost_microdollars: null,
      });
    }
  });

  it('count what came from the cache and what went into it', () => {
    const usage = usageOf('claude-sonnet-5-5', [
      { input: 100, cache_read: 10_000, cache_write: 1_000, output: 50 },
      { input: 10, cache_read: 0, cache_write: 0, output: 5 },
    ]);
    expect(usage.input_tokens).toBe(11_110);
    expect(usage.output_tokens).toBe(55);
    expect(usage.cost_microdollars).toBe(
      Math.round((100 + 500 + 1_250) * 2 + 50 * 10 + 10 * 2 + 5 * 10),
    );
  });
});
