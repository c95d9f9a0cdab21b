import { describeError } from '../ui/errors.ts';
import { type ComposerInput, readComposer } from './slash-command.ts';
import type { UnsentMessages } from './unsent-messages.ts';

/** What stands in a session's text box, and what became of it. */
export interface ComposerState {
  readonly text: string;
  readonly problem: string | undefined;
  readonly sending: boolean;
}

/** What can be sent: a message or a command. */
export type Sendable = Extract<ComposerInput, { readonly type: 'message' | 'command' }>;

/** The text boxes of all sessions. */
export interface Composers {
  get(sessionId: number): ComposerState;
  write(sessionId: number, text: string): void;
  /** Says why something cannot be taken; the text stays as it is. */
  refuse(sessionId: number, problem: string): void;
  /** Sends what stands in the box, or `raw` in its place. Nothing happens while a send is under way. */
  send(sessionId: number, raw?: string): Promise<void>;
  subscribe(listener: () => void): () => void;
}

interface ComposersOptions {
  readonly keeper: UnsentMessages;
  readonly deliver: (sessionId: number, input: Sendable) => Promise<void>;
}

/**
 * Keeps each session's text box outside the view that shows it: a send under way is known to
 * whoever opens the session again, so that the same text cannot be sent twice, and a text leaves its
 * box only once it is kept elsewhere.
 */
export function createComposers({ keeper, deliver }: ComposersOptions): Composers {
  const states = new Map<number, ComposerState>();
  const listeners = new Set<() => void>();

  function get(sessionId: number): ComposerState {
    const known = states.get(sessionId);
    if (known !== undefined) return known;
    const state = { text: keeper.get(sessionId), problem: undefined, sending: false };
    states.set(sessionId, state);
    return state;
  }

  function set(sessionId: number, change: Partial<ComposerState>) {
    states.set(sessionId, { ...get(sessionId), ...change });
    for (const listener of listeners) listener();
  }

  function write(sessionId: number, text: string) {
    keeper.set(sessionId, text);
    set(sessionId, { text, problem: undefined });
  }

  return {
    get,
    write,
    refuse: (sessionId, problem) => set(sessionId, { problem }),
    async send(sessionId, raw) {
      const { text, sending } = get(sessionId);
      if (sending) return;
      const input = readComposer(raw ?? text);
      if (input.type === 'empty') return;
      if (input.type === 'problem') return set(sessionId, { problem: input.message });
      set(sessionId, { sending: true, problem: undefined });
      try {
        await deliver(sessionId, input);
        write(sessionId, '');
      } catch (error) {
        set(sessionId, { problem: `Not sent. ${describeError(error)}` });
      } finally {
        set(sessionId, { sending: false });
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
