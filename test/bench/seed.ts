import { mkdirSync } from 'node:fs';
import type { SessionStore } from '../../electron/sessions/index.ts';
import { fillStore, type GeneratedSize, openTestStore } from '../fixtures/sessions.ts';

/** Opens a store in a folder that need not exist yet; throws where it cannot. */
export function openBenchStore(folder: string): SessionStore {
  mkdirSync(folder, { recursive: true });
  return openTestStore(folder, Date.now);
}

/** Leaves a database of the given size in a folder. */
export function seedSessions(folder: string, size: GeneratedSize): void {
  const store = openBenchStore(folder);
  fillStore(store, size);
  store.close();
}
