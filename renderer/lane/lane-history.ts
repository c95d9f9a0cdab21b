import type { Message } from '../../shared/domain/message.ts';

/** The messages of a session as far as they are on the page. */
export interface LaneHistory {
  /** Before the newest ones, as far back as one has looked; oldest first. */
  readonly older: readonly Message[];
  /** The newest, as the session brought them. */
  readonly newest: readonly Message[];
}

export function historyOf(newest: readonly Message[]): LaneHistory {
  return { older: [], newest };
}

/**
 * The session brought its newest messages anew. What has slipped out of them stays on the page; where
 * they do not join on to what is there (an edit took many away), one looks back from there again.
 */
export function withNewest(history: LaneHistory, newest: readonly Message[]): LaneHistory {
  const first = newest[0];
  if (first === undefined) return historyOf(newest);
  const known = [...history.older, ...history.newest];
  const at = known.findIndex(({ id }) => id === first.id);
  if (at < 0) return historyOf(newest);
  const older = at === history.older.length ? history.older : known.slice(0, at);
  return { older, newest };
}

/** With the messages before `before`; they count for nothing where the page begins elsewhere by now. */
export function withEarlier(
  history: LaneHistory,
  before: number,
  earlier: readonly Message[],
): LaneHistory {
  return firstOf(history)?.id === before
    ? { ...history, older: [...earlier, ...history.older] }
    : history;
}

/** The oldest message on the page. */
export function firstOf({ older, newest }: LaneHistory): Message | undefined {
  return older[0] ?? newest[0];
}

/** How many messages there are before the oldest on the page. */
export function earlierLeft({ older }: LaneHistory, beforeNewest: number): number {
  return Math.max(0, beforeNewest - older.length);
}
