import { type KeyboardEvent, useEffect, useRef, useState } from 'react';

interface RowKeys {
  /** How many rows there are. */
  readonly count: number;
  /** Brings a row into view, so that it is rendered when it takes the focus. */
  readonly reveal?: (index: number) => void;
  /** Up from the first row. */
  readonly onLeaveUp?: () => void;
}

/**
 * Arrow keys, Home and End over a list of buttons that carry `data-row`. One row is in the tab
 * order; the focus follows the keys, also to rows that a virtual list has yet to render.
 */
export function useRowKeys({ count, reveal, onLeaveUp }: RowKeys) {
  const list = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const follow = useRef(false);
  const tabStop = Math.min(active, Math.max(0, count - 1));

  const moveTo = (index: number) => {
    const next = Math.max(0, Math.min(count - 1, index));
    follow.current = true;
    setActive(next);
    reveal?.(next);
    focusRow(list.current, next);
  };

  // The row may only be there after this render.
  useEffect(() => {
    if (!follow.current) return;
    follow.current = false;
    focusRow(list.current, active);
  }, [active]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: tabStop + 1,
      ArrowUp: tabStop - 1,
      Home: 0,
      End: count - 1,
      PageDown: tabStop + 10,
      PageUp: tabStop - 10,
    };
    const target = steps[event.key];
    if (target === undefined || count === 0) return;
    event.preventDefault();
    if (target < 0 && event.key === 'ArrowUp') onLeaveUp?.();
    else moveTo(target);
  };

  return { list, tabStop, setActive, moveTo, onKeyDown };
}

function focusRow(list: HTMLElement | null, index: number): void {
  list?.querySelector<HTMLElement>(`[data-row="${index}"]`)?.focus({ preventScroll: true });
}
