import { type TextStorage, windowStorage } from '../ui/window-storage.ts';

/** Text typed into the composer and not sent, by session. */
export interface UnsentMessages {
  get(sessionId: number): string;
  set(sessionId: number, text: string): void;
  /** Writes what waits; call before the window goes. */
  flush(): void;
}

const WRITE_AFTER_MS = 300;

/**
 * Keeps unsent text in memory at once and in storage a moment later, so that neither a switch of
 * session nor a restart loses it. A storage that refuses (full, denied) costs only the restart.
 */
export function createUnsentMessages(
  storage: TextStorage | undefined,
  name = 'unsent-message',
): UnsentMessages {
  const keyOf = (sessionId: number) => `${name}:${sessionId}`;
  const texts = new Map<number, string>();
  const waiting = new Set<number>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function flush() {
    clearTimeout(timer);
    timer = undefined;
    for (const sessionId of waiting) write(sessionId, texts.get(sessionId) ?? '');
    waiting.clear();
  }

  function write(sessionId: number, text: string) {
    try {
      if (text === '') storage?.removeItem(keyOf(sessionId));
      else storage?.setItem(keyOf(sessionId), text);
    } catch {
      // Too much for the storage: what it holds is now older than the text, which is worse than nothing.
      storage?.removeItem(keyOf(sessionId));
    }
  }

  return {
    get(sessionId) {
      const known = texts.get(sessionId);
      if (known !== undefined) return known;
      const stored = read(storage, keyOf(sessionId));
      texts.set(sessionId, stored);
      return stored;
    },
    set(sessionId, text) {
      texts.set(sessionId, text);
      waiting.add(sessionId);
      // Not pushed back by further typing: the text is on disk within a moment however long one types.
      timer ??= setTimeout(flush, WRITE_AFTER_MS);
    },
    flush,
  };
}

function read(storage: TextStorage | undefined, key: string): string {
  try {
    return storage?.getItem(key) ?? '';
  } catch {
    return '';
  }
}

const shared = new Map<string, UnsentMessages>();

/** The window's keeper of a kind: messages that are not sent yet, or edits of those that were. */
export function unsentMessages(name: 'unsent-message' | 'unsent-edit'): UnsentMessages {
  const known = shared.get(name);
  if (known !== undefined) return known;
  const keeper = createUnsentMessages(windowStorage(), name);
  window.addEventListener('pagehide', () => keeper.flush());
  shared.set(name, keeper);
  return keeper;
}
