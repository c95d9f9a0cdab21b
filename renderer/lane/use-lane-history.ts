import { type RefObject, startTransition, useEffect, useRef, useState } from 'react';
import type { SessionSnapshot } from '../../shared/domain/snapshot.ts';
import { invoke } from '../bridge/client.ts';
import { earlierLeft, firstOf, historyOf, withEarlier, withNewest } from './lane-history.ts';

/** So many messages are put in above at a time: few enough not to hold up the scrolling. */
const STEP_BACK = 100;

/** How far above the view the next messages are asked for, so that they are there in time. */
const AHEAD = '1200px 0px 0px 0px';

/**
 * The messages of a session: the newest, and those before as one scrolls up to them. `sentinel` stands
 * above the first one; its coming near asks for more.
 */
export function useLaneHistory(
  { session, messages, earlier_messages }: SessionSnapshot,
  scroller: RefObject<HTMLElement | null>,
) {
  const [history, setHistory] = useState(() => historyOf(messages));
  const [error, setError] = useState<unknown>(null);
  const sentinel = useRef<HTMLDivElement>(null);
  const asked = useRef<number>(undefined);
  let current = history;
  if (history.newest !== messages) {
    current = withNewest(history, messages);
    setHistory(current);
  }
  const left = earlierLeft(current, earlier_messages);
  const before = left > 0 ? firstOf(current)?.id : undefined;
  const sessionId = session.id;

  async function load() {
    if (before === undefined || asked.current === before) return;
    asked.current = before;
    setError(null);
    try {
      const earlier = await invoke('messages.earlier', {
        session_id: sessionId,
        before,
        limit: STEP_BACK,
      });
      keepPlace(scroller.current);
      startTransition(() => setHistory((known) => withEarlier(known, before, earlier)));
    } catch (failure) {
      setError(failure);
    } finally {
      asked.current = undefined;
    }
  }

  const latest = useRef(load);
  useEffect(() => {
    latest.current = load;
  });
  useEffect(() => {
    const element = sentinel.current;
    if (element === null || before === undefined) return;
    const watch = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && void latest.current(),
      { root: scroller.current, rootMargin: AHEAD },
    );
    watch.observe(element);
    return () => watch.disconnect();
  }, [before, scroller]);

  return { history: current, left, sentinel, error, retry: () => void load() };
}

/** Chromium keeps the place of what is read when something is put in above; at the very top it does not. */
function keepPlace(element: HTMLElement | null): void {
  if (element !== null && element.scrollTop < 1) element.scrollTop = 1;
}
