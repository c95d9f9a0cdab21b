import { describeError } from '../ui/errors.ts';
import { type ComposerInput, readComposer } from './slash-command.ts';
import type { UnsentMessages } from './unsent-messages.ts';

/** A message that was sent and is being worded anew. */
export interface Editing {
  readonly messageId: number;
}

/** What stands in a session's text box, and what became of it. */
export interface ComposerState {
  readonly text: string;
  readonly problem: string | undefined;
  readonly sending: boolean;
  readonly editing: Editing | undefined;
}

/** What can be sent: a message, where it is edited with the one that it replaces, or a command. */
export type Sendable =
  | { readonly type: 'message'; readonly body: string; readonly replaces: number | null }
  | Extract<ComposerInput, { readonly type: 'command' }>;

/** The text boxes of all sessions. */
export interface Composers {
  get(sessionId: number): ComposerState;
  write(sessionId: number, text: string): void;
  /** Says why something cannot be taken; the text stays as it is. */
  refuse(sessionId: number, problem: string): void;
  /** Puts a message that was sent into the box. What stood there waits until the edit is over. */
  edit(sessionId: number, messageId: number, body: string): void;
  /** Leaves the edit; answers the words that go with it. */
  cancelEdit(sessionId: number): string;
  /** Sends what stands in the box, or `raw` in its place. Nothing happens while a send is under way. */
  send(sessionId: number, raw?: string): Promise<void>;
  subscribe(listener: () => void): () => void;
}

interface ComposersOptions {
  readonly keeper: UnsentMessages;
  /** Keeps words of an edit apart from the message that is not sent yet. */
  readonly edits: UnsentMessages;
  readonly deliver: (sessionId: number, input: Sendable) => Promise<void>;
  /** Why this cannot be sent now, in words; undefined where it can. */
  readonly refusal?: (sessionId: number, input: Sendable) => string | undefined;
  /** Whether there is something to send beside the text: a message, or the edited one, may then have none. */
  readonly hasMore?: (sessionId: number, editedId: number | null) => boolean;
}

const NO_COMMANDS_IN_EDITS = 'Cancel the edit to use a command, or start with a space to send it.';

/**
 * Keeps each session's text box outside the view that shows it: a send under way is known to
 * whoever opens the session again, so that the same text cannot be sent twice, and a text leaves its
 * box only once it is kept elsewhere.
 */
export function createComposers(options: ComposersOptions): Composers {
  const { keeper, edits, deliver, refusal, hasMore = () => false } = options;
  const states = new Map<number, ComposerState>();
  const listeners = new Set<() => void>();

  function get(sessionId: number): ComposerState {
    const known = states.get(sessionId);
    if (known !== undefined) return known;
    const edit = readEdit(edits.get(sessionId));
    const state: ComposerState = {
      text: edit?.text ?? keeper.get(sessionId),
      problem: undefined,
      sending: false,
      editing: edit && { messageId: edit.messageId },
    };
    states.set(sessionId, state);
    return state;
  }

  function set(sessionId: number, change: Partial<ComposerState>) {
    states.set(sessionId, { ...get(sessionId), ...change });
    for (const listener of listeners) listener();
  }

  function write(sessionId: number, text: string) {
    const { editing } = get(sessionId);
    if (editing === undefined) keeper.set(sessionId, text);
    else edits.set(sessionId, `${editing.messageId}\n${text}`);
    set(sessionId, { text, problem: undefined });
  }

  function endEdit(sessionId: number) {
    edits.set(sessionId, '');
    set(sessionId, { text: keeper.get(sessionId), problem: undefined, editing: undefined });
  }

  function read(sessionId: number, raw: string): ComposerInput | Sendable {
    const { editing } = get(sessionId);
    const replaces = editing?.messageId ?? null;
    const input = readComposer(raw);
    if (input.type === 'empty' && hasMore(sessionId, replaces)) {
      return { type: 'message', body: '', replaces };
    }
    if (input.type === 'message') return { ...input, replaces };
    if (input.type === 'command' && editing !== undefined) {
      return { type: 'problem', message: NO_COMMANDS_IN_EDITS };
    }
    return input;
  }

  return {
    get,
    write,
    refuse: (sessionId, problem) => set(sessionId, { problem }),
    edit(sessionId, messageId, body) {
      if (get(sessionId).sending) return;
      set(sessionId, { editing: { messageId } });
      write(sessionId, body);
    },
    cancelEdit(sessionId) {
      const { text, editing, sending } = get(sessionId);
      if (editing === undefined || sending) return '';
      endEdit(sessionId);
      return text;
    },
    async send(sessionId, raw) {
      const { text, sending, editing } = get(sessionId);
      if (sending) return;
      const input = read(sessionId, raw ?? text);
      if (input.type === 'empty') return;
      if (input.type === 'problem') return set(sessionId, { problem: input.message });
      const sendable: Sendable = input.type === 'message' ? { replaces: null, ...input } : input;
      const refused = refusal?.(sessionId, sendable);
      if (refused !== undefined) return set(sessionId, { problem: refused });
      set(sessionId, { sending: true, problem: undefined });
      try {
        await deliver(sessionId, sendable);
        if (editing === undefined) write(sessionId, '');
        else endEdit(sessionId);
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

/** An edit as it is kept: the id of the message on the first line, then the words. */
function readEdit(kept: string) {
  const [, id, text = ''] = /^(\d+)\n([\s\S]*)$/.exec(kept) ?? [];
  return id === undefined ? undefined : { messageId: Number(id), text };
}
