import { useEffect, useSyncExternalStore } from 'react';
import type { Message } from '../../shared/domain/message.ts';
import type { SessionSnapshot } from '../../shared/domain/snapshot.ts';
import { invoke, onEvent } from './client.ts';
import { keys, queryClient } from './queries.ts';
import { createTurns, type LiveTurn, type Turns } from './turns.ts';

let shared: Turns | undefined;

/** The window's one record of answers; it listens from its first use on. */
function windowTurns(): Turns {
  if (shared !== undefined) return shared;
  const turns = createTurns(async (sessionId) => {
    return (await invoke('copilot.turn', { session_id: sessionId })).turn;
  });
  onEvent('copilot.progress', (news) => turns.progress(news));
  onEvent('copilot.ended', (news) => {
    turns.ended(news);
    void queryClient.invalidateQueries({ queryKey: keys.usage });
    void queryClient
      .invalidateQueries({ queryKey: keys.snapshot(news.session_id) })
      .then(() => turns.forget(news.session_id, news.message_id));
  });
  shared = turns;
  return turns;
}

/** What is chosen of the answer that is being written in a session; drawn anew only when that changes. */
export function useTurn<Chosen>(
  sessionId: number,
  choose: (turn: LiveTurn | undefined) => Chosen,
): Chosen {
  const turns = windowTurns();
  return useSyncExternalStore(turns.subscribe, () => choose(turns.get(sessionId)));
}

/** Finds an answer that began before this view did. */
export function useTurnFound(sessionId: number, streamingId: number | undefined): void {
  useEffect(() => {
    if (streamingId === undefined) return;
    const turns = windowTurns();
    if (turns.get(sessionId)?.message_id !== streamingId) void turns.sync(sessionId);
  }, [sessionId, streamingId]);
}

/** The answer that the session knows as being written. */
export function streamingMessage(messages: readonly Message[]): Message | undefined {
  return messages.findLast(({ state }) => state === 'streaming');
}

/** Whether an answer is being written in a session, as far as this window knows. */
export function isWriting(sessionId: number): boolean {
  const turn = windowTurns().get(sessionId);
  if (turn !== undefined) return !turn.ended;
  const snapshot = queryClient.getQueryData<SessionSnapshot>(keys.snapshot(sessionId));
  return snapshot !== undefined && streamingMessage(snapshot.messages) !== undefined;
}

/** The same, for a view. */
export function useIsWriting({ session, messages }: SessionSnapshot): boolean {
  const state = useTurn(session.id, (turn) => turn && (turn.ended ? 'ended' : 'writing'));
  if (state !== undefined) return state === 'writing';
  return streamingMessage(messages) !== undefined;
}
