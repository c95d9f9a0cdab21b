import type { TextStorage } from '../ui/window-storage.ts';

const KEY = 'last-version';

/**
 * Whether another version ran here the last time: what to say then, once. The first version that
 * looks says nothing, for nobody can tell whether there was one before it.
 */
export function versionNews(version: string, storage: TextStorage | undefined): string | null {
  let before: string | null;
  try {
    before = storage?.getItem(KEY) ?? null;
    if (before === version) return null;
    storage?.setItem(KEY, version);
  } catch {
    return null;
  }
  if (before === null) return null;
  const isNewer = version.localeCompare(before, 'en', { numeric: true }) > 0;
  return isNewer ? `Updated to ${version}.` : `This is version ${version} now, after ${before}.`;
}
