import type { z } from 'zod';
import { MAX_INPUT_BYTES } from '../limits.ts';

/**
 * One call over the bridge. `input` is parsed on every call (the window is not trusted); `output`
 * is parsed in tests and types the answer. A `cancellable` call may carry a request id in its
 * envelope, by which `requests.cancel` stops it. Secrets that the app knows are taken out of every
 * text that comes in, before anything is stored, but for calls that are `verbatim`: those that must
 * judge or post a text exactly as it is, and those that bring a secret. `input_bytes` bounds the input,
 * serialised.
 */
export interface CallDefinition {
  readonly summary: string;
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  readonly cancellable: boolean;
  readonly verbatim: boolean;
  readonly input_bytes: number;
}

interface CallOptions<Input extends z.ZodType, Output extends z.ZodType> {
  readonly summary: string;
  readonly input: Input;
  readonly output: Output;
  readonly cancellable?: boolean;
  readonly verbatim?: boolean;
  readonly input_bytes?: number;
}

/** Names a call with its shapes; the literal types are what the rest is derived from. */
export function call<Input extends z.ZodType, Output extends z.ZodType>(
  options: CallOptions<Input, Output>,
) {
  return {
    summary: options.summary,
    input: options.input,
    output: options.output,
    cancellable: options.cancellable ?? false,
    verbatim: options.verbatim ?? false,
    input_bytes: options.input_bytes ?? MAX_INPUT_BYTES,
  } satisfies CallDefinition;
}
