import type { postingCalls } from '../../shared/contract/posting-calls.ts';
import type { HandlersOf } from './router.ts';
import type { Services } from './services.ts';
import { sessionChanged } from './session-changed.ts';

/** Calls about posting: what it would do, doing it, and what is not finished. */
export function postingHandlers(services: Services): HandlersOf<typeof postingCalls> {
  const { posting, secrets, store } = services;

  /** Tells the views, whether the posting went through or stopped half-way. */
  async function telling<Result>(sessionId: number, work: Promise<Result>): Promise<Result> {
    try {
      return await work;
    } finally {
      sessionChanged(services, sessionId);
      services.publish('outbox.changed', {});
      if (store.current().sessions.get(sessionId).state !== 'active') {
        secrets.forgetSession(sessionId);
      }
    }
  }

  /** The note is posted as it was shown; the reason is kept, so it is searched as all that is kept. */
  function withCleanReason<Note extends { readonly override_reason?: string | undefined }>(
    note: Note,
  ): Note {
    const reason = note.override_reason;
    return reason === undefined ? note : { ...note, override_reason: secrets.redactKnown(reason) };
  }

  return {
    'posting.plan': ({ session_id, kind }) => posting.plan(session_id, kind),
    'posting.post': (note) => telling(note.session_id, posting.post(withCleanReason(note))),
    'posting.retry': ({ session_id }) => telling(session_id, posting.retry(session_id)),
    'posting.closeAnyway': ({ session_id, reason }) =>
      telling(session_id, posting.closeAnyway(session_id, reason)),
    'posting.decide': async ({ session_id, decision }) => ({
      posted: await telling(session_id, posting.decide(session_id, decision)),
    }),
    'posting.queue': (note) => telling(note.session_id, posting.queue(withCleanReason(note))),
    'posting.auditTrail': ({ session_id }) => store.current().audit.list(session_id),
    'outbox.list': () => [...posting.outbox()],
    'outbox.answer': async ({ session_id, answer }) => ({
      posted: await telling(session_id, posting.answer(session_id, answer)),
    }),
    'outbox.cancel': async ({ session_id }) => {
      await telling(session_id, posting.cancelQueued(session_id));
      return {};
    },
    'outbox.send': async () => {
      await posting.sendQueued();
      return [...posting.outbox()];
    },
  };
}
