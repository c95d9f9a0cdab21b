import { describe, expect } from 'vitest';
import type { SessionStore } from '../../../electron/sessions/index.ts';
import { newSession, test } from './store-test.ts';

function save(
  store: SessionStore,
  session_id: number,
  markdown: string,
  kind: 'resolve' | 'escalate' = 'resolve',
) {
  return store.previews.save({
    session_id,
    kind,
    state_version: store.sessions.get(session_id).state_version,
    markdown,
    evidence: [{ line: 3, from: 12, to: 30, provenance: 'generated', evidence_ids: ['fact:1'] }],
    left_out: [{ evidence_id: 'fact:2', reason: 'internal' }],
    origin: 'local',
    sent: null,
  });
}

/** Moves the state version on. */
function advance(store: SessionStore, session_id: number): number {
  store.facts.add({ session_id, text: 'More', source_type: 'technician' });
  return store.sessions.get(session_id).state_version;
}

describe('previews', () => {
  test('are found for their kind, session and state version only', ({ store, session }) => {
    const { state_version } = store.sessions.get(session);
    expect(save(store, session, 'Note')).toBe(true);
    expect(store.previews.find(session, 'resolve', state_version)).toMatchObject({
      markdown: 'Note',
      evidence: [{ line: 3, from: 12, to: 30, provenance: 'generated', evidence_ids: ['fact:1'] }],
      left_out: [{ evidence_id: 'fact:2', reason: 'internal' }],
      origin: 'local',
      sent: null,
    });
    expect(store.previews.find(session, 'escalate', state_version)).toBeUndefined();
    expect(store.previews.find(session, 'resolve', state_version + 1)).toBeUndefined();
    expect(store.previews.find(newSession(store), 'resolve', state_version)).toBeUndefined();
  });

  test('are not kept when the session moved on meanwhile', ({ store, session }) => {
    const old = store.sessions.get(session).state_version;
    const current = advance(store, session);
    const kept = store.previews.save({
      session_id: session,
      kind: 'resolve',
      state_version: old,
      markdown: 'Late',
      evidence: [],
      left_out: [],
      origin: 'ai',
      sent: null,
    });
    expect(kept).toBe(false);
    expect(store.previews.find(session, 'resolve', old)).toBeUndefined();
    expect(store.previews.find(session, 'resolve', current)).toBeUndefined();
  });

  test('are replaced by a newer one of the same state version', ({ store, session }) => {
    save(store, session, 'First');
    save(store, session, 'Second');
    const { state_version } = store.sessions.get(session);
    expect(store.previews.find(session, 'resolve', state_version)?.markdown).toBe('Second');
  });

  test('keep the newest four of a session and kind', ({ store, session }) => {
    const versions = Array.from({ length: 6 }, (_, index) => {
      save(store, session, `Note ${index}`);
      save(store, session, 'Other kind', 'escalate');
      return advance(store, session) - 1;
    });
    const kept = versions.filter(
      (version) => store.previews.find(session, 'resolve', version) !== undefined,
    );
    expect(kept).toEqual(versions.slice(-4));
  });

  test('keep the newest five hundred in all', ({ store }) => {
    const ids = Array.from({ length: 510 }, () => newSession(store));
    store.transaction(() => {
      for (const id of ids) save(store, id, 'Note');
    });
    const kept = ids.filter((id) => store.previews.find(id, 'resolve', 1) !== undefined);
    expect(kept).toEqual(ids.slice(-500));
  });

  test('are cleared by session and kind', ({ store, session }) => {
    save(store, session, 'Note');
    save(store, session, 'Package', 'escalate');
    store.previews.clear(session, 'resolve');
    expect(store.previews.find(session, 'resolve', 1)).toBeUndefined();
    expect(store.previews.find(session, 'escalate', 1)?.markdown).toBe('Package');
  });
});
