import type { EventPayload } from '../../shared/contract/index.ts';
import type { CopilotTurn } from '../../shared/domain/ai.ts';

type Progress = EventPayload<'copilot.progress'>;
type Ended = EventPayload<'copilot.ended'>;

/** An answer of the copilot as far as this window knows it. */
export interface LiveTurn extends CopilotTurn {
  /** All of it was written. The session holds it, or will in a moment. */
  readonly ended: boolean;
}

/** The answers that are being written, one a session at most. */
export interface Turns {
  get(sessionId: number): LiveTurn | undefined;
  /** Takes in what came. A piece that does not join on leads to a look at the whole. */
  progress(news: Progress): void;
  /** The answer is complete, and shown from here until the session brings it. */
  ended(news: Ended): void;
  /** Lets go of an answer that the session brings by now. */
  forget(sessionId: number, messageId: number): void;
  /** Asks how far the answer of a session is; for a window that came late, and after a gap. */
  sync(sessionId: number): Promise<void>;
  subscribe(listener: () => void): () => void;
}

/** Asks the main process for the answer of a session, as far as it has come; null where none is written. */
export type AskForTurn = (sessionId: number) => Promise<CopilotTurn | null>;

/**
 * Puts answers together from their pieces. Pieces may come twice, too late or not at all: what is known
 * only grows, and where something is missing the whole is asked for, once at a time. What comes
 * while it is asked for waits, and is joined on after it.
 */
export function createTurns(ask: AskForTurn): Turns {
  const turns = new Map<number, LiveTurn>();
  /** Pieces that wait for an answer to `ask`, by session. */
  const waiting = new Map<number, Progress[]>();
  /** The newest answer that is known to be complete: late pieces of it bring nothing back. */
  const done = new Map<number, number>();
  const listeners = new Set<() => void>();

  function put(sessionId: number, turn: LiveTurn | undefined) {
    if (turn === undefined) turns.delete(sessionId);
    else turns.set(sessionId, turn);
    for (const listener of listeners) listener();
  }

  const isOver = ({ session_id, message_id }: { session_id: number; message_id: number }) =>
    message_id <= (done.get(session_id) ?? 0);

  async function sync(sessionId: number) {
    if (waiting.has(sessionId)) return;
    waiting.set(sessionId, []);
    let turn: CopilotTurn | null = null;
    try {
      turn = await ask(sessionId);
    } catch {
      // What has come stays; the session brings the rest when the answer has ended.
    }
    const pieces = waiting.get(sessionId) ?? [];
    waiting.delete(sessionId);
    if (turn !== null && !isOver(turn)) {
      const known = turns.get(sessionId);
      const isNews = known?.message_id !== turn.message_id || known.text.length < turn.text.length;
      if (isNews) put(sessionId, { ...turn, ended: false });
    }
    for (const piece of pieces) progress(piece);
  }

  function progress(news: Progress) {
    if (isOver(news)) return;
    const { session_id, message_id, step, output_tokens, started_at } = news;
    const queue = waiting.get(session_id);
    if (queue !== undefined) {
      queue.push(news);
      return;
    }
    const known = turns.get(session_id);
    const text = known?.message_id === message_id ? known.text : '';
    const joined = joinPiece(text, news);
    const turn = { session_id, message_id, step, output_tokens, started_at };
    put(session_id, { ...turn, text: joined ?? text, ended: false });
    if (joined === null) void sync(session_id);
  }

  return {
    get: (sessionId) => turns.get(sessionId),
    progress,
    sync,
    ended({ session_id, message_id }) {
      done.set(session_id, Math.max(message_id, done.get(session_id) ?? 0));
      const turn = turns.get(session_id);
      if (turn?.message_id === message_id) put(session_id, { ...turn, ended: true });
    },
    forget(sessionId, messageId) {
      if (turns.get(sessionId)?.message_id === messageId) put(sessionId, undefined);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The text with a piece put where it belongs; null where something before the piece is missing. */
export function joinPiece(
  text: string,
  { offset, text: piece }: { readonly offset: number; readonly text: string },
): string | null {
  if (offset > text.length) return null;
  return text + piece.slice(text.length - offset);
}
