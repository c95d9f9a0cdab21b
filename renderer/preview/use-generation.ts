import { useEffect, useState, useSyncExternalStore } from 'react';
import type { NoteKind } from '../../shared/domain/note.ts';
import { invoke, onEvent } from '../bridge/client.ts';
import { keys, queryClient } from '../bridge/queries.ts';
import { announce } from '../ui/announcer.tsx';
import { useDebounced } from '../ui/use-debounced.ts';
import { wayAfterFailure } from './ai-words.ts';
import {
  createGeneration,
  type Generation,
  type GenerationState,
  isUnderWay,
} from './generation.ts';

/** Facts often come in groups: the note is asked for again once they have stopped coming. */
const QUIET_MS = 500;

interface NoteInTheMaking extends GenerationState {
  readonly generation: Generation;
}

/** The making of a session's note, followed as the session changes and as the AI comes and goes. */
export function useGeneration(
  sessionId: number,
  kind: NoteKind,
  stateVersion: number,
): NoteInTheMaking {
  const [generation] = useState(() =>
    createGeneration((wish, signal) =>
      invoke(
        'preview.get',
        { session_id: sessionId, kind, force: wish !== 'follow', local: wish === 'local' },
        { signal },
      ),
    ),
  );
  const state = useSyncExternalStore(generation.subscribe, () => generation.state);
  const version = useDebounced(stateVersion, QUIET_MS);
  useEffect(() => generation.follow(version), [generation, version]);
  useEffect(
    () =>
      onEvent('preview.progress', (news) => {
        if (news.session_id === sessionId && news.kind === kind) generation.progress(news);
      }),
    [generation, sessionId, kind],
  );
  useEffect(
    () =>
      onEvent('ai.changed', ({ state }) => {
        // Whoever has just put the AI right wants to see its note, not the one made without it.
        const { preview, work } = generation.state;
        const failure = preview?.ai_failure ?? null;
        const lackedSettings = failure !== null && wayAfterFailure(failure).settings;
        if (state === 'ready' && lackedSettings && work.phase !== 'running') {
          generation.follow(version);
        }
      }),
    [generation, version],
  );
  useAnnouncedEnd(generation);
  return { ...state, generation };
}

/** Says, once, that the AI's note is there; a local one is there at once and needs no word. */
function useAnnouncedEnd(generation: Generation) {
  useEffect(() => {
    let wasWriting = false;
    return generation.subscribe(() => {
      const { work } = generation.state;
      if (wasWriting && work.phase === 'idle') {
        announce('The note is written.');
        void queryClient.invalidateQueries({ queryKey: keys.usage });
      }
      wasWriting = work.phase === 'running' && (wasWriting || isUnderWay(work));
    });
  }, [generation]);
}
