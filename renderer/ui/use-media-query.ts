import { useCallback, useSyncExternalStore } from 'react';

/** Whether a media query holds, followed live. */
export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (onChange: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', onChange);
      return () => list.removeEventListener('change', onChange);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}

/** Below this the knowledge column is a drawer. */
export const KNOWLEDGE_BESIDE_LANE = '(min-width: 1200px)';

/** Below this the session list lies over the lane. */
export const SESSIONS_BESIDE_LANE = '(min-width: 760px)';

/** Here a note needs all the room over the text box. */
export const LOW_WINDOW = '(max-height: 640px)';
