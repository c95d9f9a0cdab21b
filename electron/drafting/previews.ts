import type { Draft, NoteKind } from '../../shared/domain/note.ts';
import type { Session } from '../../shared/domain/session.ts';
import type { DraftingSnapshot } from './bundle.ts';
import { localGenerator } from './local/local-generator.ts';
import {
  createPreviewService,
  type PreviewCache,
  type PreviewDependencies,
  type PreviewService,
} from './preview-service.ts';

/** What drafting needs of the session store. */
export interface PreviewStore {
  readonly sessions: { get(id: number): Pick<Session, 'state_version'> };
  snapshot(sessionId: number): DraftingSnapshot;
  readonly previews: PreviewCache;
  readonly drafts: {
    find(sessionId: number, kind: NoteKind): Pick<Draft, 'base_state_version'> | undefined;
  };
}

interface Options
  extends Pick<PreviewDependencies, 'ai' | 'checkNote' | 'log' | 'onProgress' | 'secrets'> {
  /** The store in use; it may change while the app runs, and throws while there is none. */
  readonly store: () => PreviewStore;
}

/** The preview service over a session store, with the local drafter as the one that is always there. */
export function createPreviews(options: Options): PreviewService {
  const { store } = options;
  let held: { readonly store: PreviewStore; readonly service: PreviewService } | undefined;
  // Another store may hold other facts under the same session and state version.
  function service(): PreviewService {
    const current = store();
    if (held?.store !== current) {
      held = { store: current, service: serviceOver({ ...options, store: () => current }) };
    }
    return held.service;
  }
  return {
    preview: async (...request) => service().preview(...request),
    check: async (...request) => service().check(...request),
    shown: async (...request) => service().shown(...request),
    requestFor: async (...request) => service().requestFor(...request),
  };
}

function serviceOver({ store, ...rest }: Options): PreviewService {
  const cache = () => store().previews;
  return createPreviewService({
    ...rest,
    local: localGenerator,
    readStateVersion: (sessionId) => store().sessions.get(sessionId).state_version,
    readSnapshot: (sessionId) => store().snapshot(sessionId),
    readDraftVersion: (sessionId, kind) => store().drafts.find(sessionId, kind)?.base_state_version,
    cache: {
      find: (...request) => cache().find(...request),
      save: (preview) => cache().save(preview),
      keepLines: (...request) => cache().keepLines(...request),
      lines: (...request) => cache().lines(...request),
    },
  });
}
