import type { Services } from './services.ts';

/**
 * Tells every view that a session changed. `list` is false where the session list reads the same as
 * before, so that saving a draft does not fetch a thousand rows again.
 */
export function sessionChanged(
  services: Pick<Services, 'publish' | 'store'>,
  sessionId: number,
  options: { readonly list: boolean } = { list: true },
): void {
  const { state_version } = services.store.current().sessions.get(sessionId);
  services.publish('session.changed', {
    session_id: sessionId,
    state_version,
    list_changed: options.list,
  });
}
