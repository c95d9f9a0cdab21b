export { normaliseWhitespace, noteDigest } from './digest.ts';
export { createPosting, type PostingService } from './posting.ts';
