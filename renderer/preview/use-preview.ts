import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { NoteKind } from '../../shared/domain/note.ts';
import { invoke } from '../bridge/client.ts';
import { useSettled } from './use-settled.ts';

/** Facts often come in groups: the note is asked for again once they have stopped coming. */
const QUIET_MS = 500;

/** The generated note, followed as the session changes; the last one stays while the next is made. */
export function usePreview(sessionId: number, kind: NoteKind, stateVersion: number) {
  const version = useSettled(stateVersion, QUIET_MS);
  const client = useQueryClient();
  const [regenerating, setRegenerating] = useState(false);
  const queryKey = ['preview', sessionId, kind, version] as const;
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) => invoke('preview.get', { session_id: sessionId, kind }, { signal }),
    placeholderData: keepPreviousData,
    // The main process keeps the previews; the window only holds the one that it shows.
    gcTime: 0,
    staleTime: 0,
    refetchOnMount: true,
  });

  /** Makes the note anew, cache or no cache, and answers it. */
  const regenerate = useCallback(async () => {
    setRegenerating(true);
    try {
      const fresh = await invoke('preview.get', { session_id: sessionId, kind, force: true });
      client.setQueryData(['preview', sessionId, kind, version], fresh);
      return fresh;
    } finally {
      setRegenerating(false);
    }
  }, [client, sessionId, kind, version]);

  return { ...query, regenerate, regenerating };
}
