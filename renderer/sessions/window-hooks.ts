import { type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useViewState } from '../view-state.ts';

let ready = () => {};

/** Settles when the page is ready and has had a moment to rest. */
export const whenReady = new Promise<void>((resolve) => {
  ready = resolve;
});

/** Whether the start is over: for what may take its time, and must not delay the session list. */
export function useOnceReady(): boolean {
  const [isReady, setReady] = useState(false);
  useEffect(() => void whenReady.then(() => setReady(true)), []);
  return isReady;
}

/** Marks the page as ready once the session list can be used. Tests and the bench wait for it. */
export function useReadyMark(isReady: boolean): void {
  useEffect(() => {
    if (!isReady) return;
    performance.mark('session-list-interactive');
    document.documentElement.setAttribute('data-ready', 'true');
    requestIdleCallback(() => ready(), { timeout: 1_000 });
  }, [isReady]);
}

const FIND_SESSION = 'resolutionflow:find-session';

/** Asks the session list to take the focus into its search box. */
export function findSession(): void {
  window.dispatchEvent(new Event(FIND_SESSION));
}

/** Answers {@link findSession}. */
export function useFindSession(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const focus = () => {
      // In a narrow window the list must be on the screen to take the focus.
      flushSync(() => useViewState.getState().setSessionsOpen(true));
      field.current?.select();
    };
    window.addEventListener(FIND_SESSION, focus);
    return () => window.removeEventListener(FIND_SESSION, focus);
  }, [field]);
}
