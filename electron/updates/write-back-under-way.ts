import type { PostingService } from '../psa/index.ts';

/**
 * Whether a note is on its way to its ticket, or may be: then the app is not taken away. A posting that
 * waits for the network or for a decision goes on after a restart as well as before.
 */
export function isWriteBackUnderWay(
  posting: Pick<PostingService, 'isPosting' | 'outbox'>,
): boolean {
  if (posting.isPosting()) return true;
  try {
    return posting
      .outbox()
      .some(({ stage }) => stage === 'note_sending' || stage === 'status_sending');
  } catch {
    // Without a store nothing can be posted, and a newer version may be what helps it.
    return false;
  }
}
