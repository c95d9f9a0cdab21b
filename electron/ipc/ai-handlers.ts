import type { aiCalls } from '../../shared/contract/ai-calls.ts';
import type { AiAction } from '../../shared/domain/ai.ts';
import type { NoteKind } from '../../shared/domain/note.ts';
import type { HandlersOf } from './router.ts';
import type { Services } from './services.ts';

const ACTION: Record<NoteKind, AiAction> = {
  resolve: 'resolution_note',
  escalate: 'escalation_package',
};

/** Calls about the AI: its key, its models, what is sent to it. */
export function aiHandlers({ ai, previews, store }: Services): HandlersOf<typeof aiCalls> {
  return {
    'ai.status': () => ai.status(),
    'ai.setKey': ({ key }) => ai.setKey(key),
    'ai.removeKey': () => ai.removeKey(),
    'ai.models': async (_, { signal }) => ({ models: await ai.models(signal) }),
    'ai.requestFor': async ({ session_id, kind }) => {
      const [request, model, { ai_base_address }] = await Promise.all([
        previews.requestFor(session_id, kind),
        ai.modelFor(ACTION[kind]),
        ai.settings(),
      ]);
      return { ...request, model, base_address: ai_base_address };
    },
    'ai.sentFor': ({ session_id, kind }) => {
      const { sessions, drafts, previews: kept, write_backs } = store.current();
      if (sessions.get(session_id).state !== 'active') return write_backs.sent(session_id, kind);
      return kept.sent(session_id, kind, drafts.find(session_id, kind)?.base_state_version);
    },
  };
}
