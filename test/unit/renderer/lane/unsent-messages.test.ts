import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createUnsentMessages } from '../../../../renderer/lane/unsent-messages.ts';

function memoryStorage() {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
}

describe('unsent messages', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('come back by session after a restart, a second after they were typed', () => {
    const storage = memoryStorage();
    const before = createUnsentMessages(storage);
    for (let at = 0; at < 20; at += 1) {
      before.set(1, `typing ${at}`);
      vi.advanceTimersByTime(50);
    }
    before.set(2, 'other session');
    vi.advanceTimersByTime(1_000);

    const after = createUnsentMessages(storage);
    expect(after.get(1)).toBe('typing 19');
    expect(after.get(2)).toBe('other session');
    expect(after.get(3)).toBe('');
  });

  it('are written while typing goes on', () => {
    const storage = memoryStorage();
    const keeper = createUnsentMessages(storage);
    for (let at = 0; at < 10; at += 1) {
      keeper.set(1, `typing ${at}`);
      vi.advanceTimersByTime(100);
    }
    expect(storage.items.size).toBe(1);
  });

  it('leave nothing behind once sent', () => {
    const storage = memoryStorage();
    const keeper = createUnsentMessages(storage);
    keeper.set(1, 'text');
    keeper.flush();
    keeper.set(1, '');
    keeper.flush();
    expect(storage.items.size).toBe(0);
  });

  it('stay in memory when the storage refuses', () => {
    const storage = memoryStorage();
    storage.setItem = () => {
      throw new Error('quota');
    };
    const keeper = createUnsentMessages(storage);
    keeper.set(1, 'x'.repeat(100));
    keeper.flush();
    expect(keeper.get(1)).toHaveLength(100);
    expect(createUnsentMessages(undefined).get(1)).toBe('');
  });
});
