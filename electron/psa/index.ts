import type { ConnectWiseOptions } from './connectwise/index.ts';
import type { Psa } from './psa.ts';

export type { ConnectWiseKeys, ConnectWiseOptions } from './connectwise/index.ts';
export { deviceNames } from './device-names.ts';
export { normaliseWhitespace, noteDigest } from './digest.ts';
export {
  createPosting,
  type PostingOptions,
  type PostingService,
  type Settled,
} from './posting.ts';
export type * from './psa.ts';
export { createPsaAccess, type PsaAccess } from './psa-access.ts';
export type { NoteShown, NoteToPost } from './write-back/confirm.ts';
export type { Posted, PostingRules, PostingStore } from './write-back/run.ts';

/** ConnectWise as a PSA. Its code is loaded when a connection is first used. */
export async function openConnectWise(options: ConnectWiseOptions): Promise<Psa> {
  const { createConnectWise } = await import('./connectwise/index.ts');
  return createConnectWise(options);
}
