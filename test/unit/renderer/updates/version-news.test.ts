import { describe, expect, it } from 'vitest';
import type { TextStorage } from '../../../../renderer/ui/window-storage.ts';
import { versionNews } from '../../../../renderer/updates/version-news.ts';

function storage(): TextStorage {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

describe('the news of a version', () => {
  it('are told once, after another version ran before', () => {
    const kept = storage();
    expect(versionNews('1.9.0', kept)).toBeNull();
    expect(versionNews('1.9.0', kept)).toBeNull();
    expect(versionNews('1.10.0', kept)).toBe('Updated to 1.10.0.');
    expect(versionNews('1.10.0', kept)).toBeNull();
  });

  it('do not call an older version an update', () => {
    const kept = storage();
    versionNews('1.10.0', kept);
    expect(versionNews('1.9.0', kept)).toBe('This is version 1.9.0 now, after 1.10.0.');
  });

  it('are not told where nothing can be kept, or every start would tell them', () => {
    expect(versionNews('2.0.0', undefined)).toBeNull();
    const full: TextStorage = {
      ...storage(),
      getItem: () => '1.0.0',
      setItem: () => {
        throw new Error('full');
      },
    };
    expect(versionNews('2.0.0', full)).toBeNull();
  });
});
