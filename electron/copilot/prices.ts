import type { AiUsage } from '../../shared/domain/ai.ts';
import { type CountedTokens, inputTokens } from './tokens.ts';

/** US dollars for a million tokens. */
interface Price {
  readonly input: number;
  readonly output: number;
  /** What a token from the cache costs, as a part of `input`. */
  readonly cached: number;
  /** Another price for the whole request where more than this many tokens are read. */
  readonly above?: { readonly tokens: number; readonly input: number; readonly output: number };
}

/** A token that is written to the cache (for five minutes) costs this much more than one that is read. */
const CACHE_WRITE = 1.25;

/**
 * Anthropic's list prices as they were published in November 2026, by the names that the models go by.
 * An account may pay less. A model that is missing here has no known price, and none is made up.
 */
const LIST_PRICES: Readonly<Record<string, Price>> = {
  'fable-5-1': { input: 10, output: 50, cached: 0.025 },
  'mythos-5-1': { input: 10, output: 50, cached: 0.025 },
  'fable-5': { input: 10, output: 50, cached: 0.1 },
  'mythos-5': { input: 10, output: 50, cached: 0.1 },
  'opus-5-5': { input: 4, output: 20, cached: 0.05 },
  'opus-5': { input: 5, output: 25, cached: 0.1 },
  'opus-4-8': { input: 5, output: 25, cached: 0.1 },
  'opus-4-7': { input: 5, output: 25, cached: 0.1 },
  'opus-4-6': { input: 5, output: 25, cached: 0.1 },
  'opus-4-5': { input: 5, output: 25, cached: 0.1 },
  'opus-4-1': { input: 15, output: 75, cached: 0.1 },
  'opus-4': { input: 15, output: 75, cached: 0.1 },
  'sonnet-5-5': { input: 2, output: 10, cached: 0.05 },
  'sonnet-5': { input: 2, output: 10, cached: 0.1 },
  'sonnet-4-6': { input: 3, output: 15, cached: 0.1 },
  'sonnet-4-5': { input: 3, output: 15, cached: 0.1 },
  'sonnet-4': { input: 3, output: 15, cached: 0.1 },
  'haiku-5-5': {
    input: 0.1,
    output: 0.5,
    cached: 0.1,
    above: { tokens: 100_000, input: 0.5, output: 2.5 },
  },
  'haiku-4-5': { input: 1, output: 5, cached: 0.1 },
};

/** `claude-sonnet-5-5`, with a date, a provider's prefix or a suffix around it. */
const MODEL_NAME = /claude-(opus|sonnet|haiku|fable|mythos)-(\d{1,2})(?:[-.](\d{1,2}))?(?![\d])/;

/** What requests to one model cost together, at the list price where it is known. */
export function usageOf(model: string, requests: readonly CountedTokens[]): AiUsage {
  const price = priceOf(model);
  return {
    model,
    input_tokens: requests.reduce((sum, request) => sum + inputTokens(request), 0),
    output_tokens: requests.reduce((sum, request) => sum + request.output, 0),
    cost_microdollars:
      price === undefined
        ? null
        : Math.round(requests.reduce((sum, request) => sum + microdollars(price, request), 0)),
  };
}

function priceOf(model: string): Price | undefined {
  const [, family, major, minor] = MODEL_NAME.exec(model.toLowerCase()) ?? [];
  if (family === undefined) return undefined;
  const name = [family, major, minor].filter((part) => part !== undefined).join('-');
  return Object.hasOwn(LIST_PRICES, name) ? LIST_PRICES[name] : undefined;
}

/** Dollars for a million tokens are millionths of a dollar for one. */
function microdollars(price: Price, tokens: CountedTokens): number {
  const { input, output } =
    price.above !== undefined && inputTokens(tokens) > price.above.tokens ? price.above : price;
  const read = tokens.input + tokens.cache_read * price.cached + tokens.cache_write * CACHE_WRITE;
  return read * input + tokens.output * output;
}
