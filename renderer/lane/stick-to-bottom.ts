import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** How far from the end still counts as being there. */
const NEAR_PX = 40;

/** What of a scrolling element decides whether its end is in view. */
export interface ScrollPlace {
  readonly scrollTop: number;
  readonly scrollHeight: number;
  readonly clientHeight: number;
}

/** Whether the reader is at the end, and wants to stay there as it grows. */
export function isAtEnd({ scrollTop, scrollHeight, clientHeight }: ScrollPlace): boolean {
  return scrollHeight - clientHeight - scrollTop <= NEAR_PX;
}

/**
 * Whether the end should still be followed after a scroll event. Only a move upwards is the reader's
 * wish: the event comes late, and by then the view may have shrunk under a place that was the end.
 */
export function stillFollows(wasFollowing: boolean, place: ScrollPlace, lastTop: number): boolean {
  return isAtEnd(place) || (wasFollowing && place.scrollTop >= lastTop - 1);
}

/**
 * Keeps the end of a conversation in view while the reader is there, whatever grows or shrinks; a
 * reader who has scrolled up is left in peace and told when there is something new.
 */
export function useStickToBottom(
  scroller: RefObject<HTMLElement | null>,
  content: RefObject<HTMLElement | null>,
  lastMessageId: number | undefined,
) {
  const pinned = useRef(true);
  const lastTop = useRef(0);
  const lastSeen = useRef(lastMessageId);
  const [behind, setBehind] = useState(false);

  const toEnd = useCallback(() => {
    const element = scroller.current;
    if (element === null) return;
    pinned.current = true;
    element.scrollTop = element.scrollHeight;
    lastTop.current = element.scrollTop;
    setBehind(false);
  }, [scroller]);

  useLayoutEffect(() => {
    if (pinned.current) toEnd();
    else if (lastMessageId !== lastSeen.current) setBehind(true);
    lastSeen.current = lastMessageId;
  }, [lastMessageId, toEnd]);

  useEffect(() => {
    const element = scroller.current;
    const inner = content.current;
    if (element === null || inner === null) return;
    const onScroll = () => {
      pinned.current = stillFollows(pinned.current, element, lastTop.current);
      lastTop.current = element.scrollTop;
      if (pinned.current) setBehind(false);
    };
    const follow = new ResizeObserver(() => {
      if (!pinned.current) return;
      element.scrollTop = element.scrollHeight;
      lastTop.current = element.scrollTop;
    });
    follow.observe(element);
    follow.observe(inner);
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      follow.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  }, [scroller, content]);

  return { behind, toEnd };
}
