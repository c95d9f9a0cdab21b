import { test as base } from 'vitest';
import type { SessionStore } from '../../../electron/sessions/index.ts';
import { createTestFolder, openTestStore } from '../../fixtures/sessions.ts';

/** Tests on a real file in a folder of their own, through the real migrations. */
export const test = base.extend<{ folder: string; store: SessionStore; session: number }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the names of fixtures from the pattern
  folder: async ({}, use) => {
    const { folder, dispose } = createTestFolder();
    await use(folder);
    dispose();
  },
  store: async ({ folder }, use) => {
    const store = openTestStore(folder);
    await use(store);
    store.close();
  },
  /** The id of an active session. */
  session: async ({ store }, use) => {
    await use(newSession(store));
  },
});

/** An active session; its id. */
export function newSession(store: SessionStore, title = 'Printer offline'): number {
  return store.sessions.create({
    title,
    intake: 'It says offline.',
    domain: 'printing',
    ticket_ref: null,
  }).id;
}

/** Closes a session on this machine. */
export function closeSession(
  store: SessionStore,
  sessionId: number,
  markdown = '## Problem\n\nIt was offline.',
) {
  return store.write_backs.closeLocally({
    session_id: sessionId,
    kind: 'resolve',
    markdown,
    digest: 'abc',
    draft_markdown: null,
    draft_origin: null,
    sent: null,
    audit: [{ step: 'confirmed', detail: 'Confirmed.' }],
  });
}
