import type { noteCalls } from '../../shared/contract/note-calls.ts';
import type { HandlersOf } from './router.ts';
import type { Services } from './services.ts';
import { sessionChanged } from './session-changed.ts';

/** Calls about notes: preview, check, draft, post. */
export function noteHandlers(services: Services): HandlersOf<typeof noteCalls> {
  const { previews, store } = services;
  return {
    'preview.get': ({ session_id, kind, force, local }, { signal }) =>
      previews.preview(session_id, kind, { force, local, signal }),
    'notes.check': ({ session_id, kind, markdown }) => previews.check(session_id, kind, markdown),
    'notes.review': ({ session_id, kind, markdown }, { signal }) =>
      previews.review(session_id, kind, markdown, signal),
    'drafts.save': (draft) => store.current().drafts.save(draft),
    'drafts.discard': ({ session_id, kind }) => {
      const { drafts, sessions } = store.current();
      // Dropping nothing is no failure, so a session that is not there has to be asked for.
      sessions.get(session_id);
      drafts.discard(session_id, kind);
      sessionChanged(services, session_id, { list: false });
      return {};
    },
  };
}
