import { AppError } from '../../shared/errors.ts';
import type { Services } from './services.ts';

const UNSEEN: ReadonlySet<string> = new Set(['NOT_FOUND', 'STORE_UNAVAILABLE']);

/**
 * Tells every view that a session changed. `list` is false where the session list reads the same as
 * before, so that saving a draft does not fetch a thousand rows again.
 */
export function sessionChanged(
  services: Pick<Services, 'log' | 'publish' | 'store'>,
  sessionId: number,
  options: { readonly list: boolean } = { list: true },
): void {
  // What is told of is on disk already: a failure to tell must not make it look as though it were not.
  try {
    const { state_version } = services.store.current().sessions.get(sessionId);
    services.publish('session.changed', {
      session_id: sessionId,
      state_version,
      list_changed: options.list,
    });
  } catch (error) {
    // No session, no view of it; and a store that comes back is told of by itself.
    if (error instanceof AppError && UNSEEN.has(error.code)) return;
    services.log.error('a change was kept but not told', error);
  }
}
