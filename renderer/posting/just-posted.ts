import { create } from 'zustand';

interface JustPosted {
  readonly sessionIds: ReadonlySet<number>;
}

/*
 * Sessions that this window posted. The news that a session is closed may arrive before the answer
 * to the post itself, so a session is marked when the post begins.
 */
const useJustPosted = create<JustPosted>()(() => ({ sessionIds: new Set() }));

export function markPosting(sessionId: number): void {
  useJustPosted.setState(({ sessionIds }) => ({ sessionIds: new Set(sessionIds).add(sessionId) }));
}

export function unmarkPosting(sessionId: number): void {
  useJustPosted.setState(({ sessionIds }) => {
    const left = new Set(sessionIds);
    left.delete(sessionId);
    return { sessionIds: left };
  });
}

/** Whether the outcome of a session's note is news that should be announced. */
export function useWasJustPosted(sessionId: number): boolean {
  return useJustPosted(({ sessionIds }) => sessionIds.has(sessionId));
}

/** The same, asked once. */
export function wasJustPosted(sessionId: number): boolean {
  return useJustPosted.getState().sessionIds.has(sessionId);
}
