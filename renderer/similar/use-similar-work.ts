import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { SessionSnapshot } from '../../shared/domain/snapshot.ts';
import { invoke } from '../bridge/client.ts';
import { useDebounced } from '../ui/use-debounced.ts';

/** More than a glance takes in is no help. */
const ROWS = 3;
/** A run of changes is asked about once. */
const PAUSE_MILLISECONDS = 900;
/** A session that was closed meanwhile may be the best answer. */
const FRESH_MILLISECONDS = 5 * 60_000;

/**
 * Earlier work that is like this session. Asked again when the session's state version has advanced,
 * as it does with its title, its intake and each fact, and not with what is said in the lane.
 */
export function useSimilarWork({ session }: SessionSnapshot) {
  const { id, state, state_version } = session;
  const version = useDebounced(state_version, PAUSE_MILLISECONDS);
  return useQuery({
    queryKey: ['similar', id, version],
    queryFn: ({ signal }) =>
      invoke('sessions.similar', { session_id: id, limit: ROWS }, { signal }),
    enabled: state === 'active',
    placeholderData: keepPreviousData,
    staleTime: FRESH_MILLISECONDS,
    gcTime: FRESH_MILLISECONDS,
  });
}
