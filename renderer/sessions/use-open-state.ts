import { useQuery } from '@tanstack/react-query';
import type { SessionState } from '../../shared/domain/session.ts';
import type { SessionSnapshot } from '../../shared/domain/snapshot.ts';
import { keys } from '../bridge/queries.ts';
import { useViewState } from '../view-state.ts';

/** The state of the session that is open; undefined while none is. Reads what the lane has loaded. */
export function useOpenState(): SessionState | undefined {
  const sessionId = useViewState((state) => state.sessionId);
  const snapshot = useQuery<SessionSnapshot>({
    queryKey: keys.snapshot(sessionId ?? 0),
    enabled: false,
  });
  return sessionId === null ? undefined : snapshot.data?.session.state;
}
