import type { Envelope } from '../errors.ts';

/** The channels under the bridge; only electron/shell and the preload know them. */
export const INVOKE_CHANNEL = 'resolutionflow:invoke';
export const EVENT_CHANNEL = 'resolutionflow:event';

/** The names that the preload may pass on; written into its bundle when it is built. */
export interface BridgeNames {
  readonly calls: readonly string[];
  readonly events: readonly string[];
}

/** The one bridge, `window.resolutionFlow`. The renderer's typed client stands on it. */
export interface Bridge {
  /** `requestId` lets `requests.cancel` stop a cancellable call. */
  invoke(name: string, input: unknown, requestId?: string): Promise<Envelope>;
  /** Returns the function that stops listening. */
  on(event: string, listener: (payload: unknown) => void): () => void;
}
