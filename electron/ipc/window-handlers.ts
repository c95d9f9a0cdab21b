import type { OpenedLink, windowCalls } from '../../shared/contract/window-calls.ts';
import type { HandlersOf } from './router.ts';
import type { Services } from './services.ts';

/** Calls of the window about itself: links that came from outside, and the report for support. */
export function windowHandlers({ store, window }: Services): HandlersOf<typeof windowCalls> {
  return {
    'links.take': () => {
      // First, for without a store the link waits until there is one.
      const { sessions } = store.current();
      const link = window.takeLink();
      if (link === null) return { link };
      const opened: OpenedLink =
        link.kind === 'ticket'
          ? { ...link, session_id: sessions.findByTicket(String(link.ticket_id)) }
          : { ...link, found: sessions.exists(link.session_id) };
      return { link: opened };
    },
    'diagnostics.report': async () => ({ text: await window.report() }),
  };
}
