import type { sessionCalls } from '../../shared/contract/session-calls.ts';
import type { HandlersOf } from './router.ts';
import type { Services } from './services.ts';
import { sessionChanged } from './session-changed.ts';
import { learnTicketNames } from './ticket-names.ts';

/** Calls about sessions as a whole. */
export function sessionHandlers(services: Services): HandlersOf<typeof sessionCalls> {
  const { posting, publish, search, store } = services;
  return {
    'sessions.list': (page) => store.current().sessions.list(page),
    'sessions.search': ({ query, limit }, { signal }) => {
      store.current();
      return search.search(query, limit, signal);
    },
    'sessions.similar': ({ session_id, limit }, { signal }) => {
      store.current();
      return search.similarTo(session_id, limit, signal);
    },
    'sessions.create': (session) => {
      const created = store.current().sessions.create(session);
      publish('sessions.changed', {});
      learnTicketNames(services, created.id, created.ticket_ref);
      return created;
    },
    'sessions.get': ({ session_id }) => store.current().snapshot(session_id),
    'sessions.update': ({ session_id, ...changes }) => {
      const { ticket_ref } = changes;
      if (ticket_ref !== undefined) posting.requireRelinkable(session_id, ticket_ref);
      const before = store.current().sessions.get(session_id).ticket_ref;
      const session = store.current().sessions.update(session_id, changes);
      sessionChanged(services, session_id);
      if (session.ticket_ref !== before) {
        learnTicketNames(services, session_id, session.ticket_ref);
      }
      return session;
    },
    'sessions.addSamples': () => {
      const added = services.addSamples(store.current());
      publish('sessions.changed', {});
      return { added };
    },
  };
}
