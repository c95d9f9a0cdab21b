/** Tokens of one request, by what they cost. */
export interface CountedTokens {
  /** Read anew. */
  readonly input: number;
  readonly cache_read: number;
  readonly cache_write: number;
  readonly output: number;
}

/** What the API says of a request. A gateway may leave out or blank any of it. */
interface ApiUsage {
  readonly input_tokens?: number | null;
  readonly output_tokens?: number | null;
  readonly cache_read_input_tokens?: number | null;
  readonly cache_creation_input_tokens?: number | null;
}

export function countTokens(usage: ApiUsage | null | undefined): CountedTokens {
  return {
    input: whole(usage?.input_tokens),
    cache_read: whole(usage?.cache_read_input_tokens),
    cache_write: whole(usage?.cache_creation_input_tokens),
    output: whole(usage?.output_tokens),
  };
}

/** All that was read, cached or not. */
export function inputTokens({ input, cache_read, cache_write }: CountedTokens): number {
  return input + cache_read + cache_write;
}

function whole(count: unknown): number {
  return typeof count === 'number' && Number.isFinite(count) ? Math.max(0, Math.round(count)) : 0;
}
