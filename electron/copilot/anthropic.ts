import type Anthropic from '@anthropic-ai/sdk';

/** The web's fetch, as the app's network stack offers it: system proxy and certificates count. */
export type Fetch = typeof fetch;

export interface ClientOptions {
  readonly key: string;
  readonly base_address: string;
  readonly fetch: Fetch;
}

/** One attempt may take this long to begin its answer; a note as a whole has a limit of its own. */
const ATTEMPT_MILLISECONDS = 60_000;

/** The SDK's default: two more attempts after faults and limits, `Retry-After` obeyed. */
const MAX_RETRIES = 2;

/**
 * A client that knows nothing but what it is given: neither the environment's variables nor the
 * profiles of Anthropic's own tools on this computer may lend a key, or send a key elsewhere.
 */
export async function createClient({
  key,
  base_address,
  fetch,
}: ClientOptions): Promise<Anthropic> {
  const { default: Sdk } = await import('@anthropic-ai/sdk');
  return new Sdk({
    apiKey: key,
    baseURL: base_address,
    authToken: null,
    webhookKey: null,
    fetch,
    timeout: ATTEMPT_MILLISECONDS,
    maxRetries: MAX_RETRIES,
    logLevel: 'off',
    openTelemetry: false,
  });
}
