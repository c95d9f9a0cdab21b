export {
  type ConnectWiseKeys,
  type ConnectWiseOptions,
  createConnectWise,
} from './connectwise/index.ts';
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
