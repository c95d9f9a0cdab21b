import { describe, expect } from 'vitest';
import type { SessionStore } from '../../../electron/sessions/index.ts';
import { activeFix } from '../../../shared/domain/active-fix.ts';
import { suggestedFixSchema } from '../../../shared/domain/suggested-fix.ts';
import { test } from './store-test.ts';

function suggest(store: SessionStore, session_id: number, title: string, confidence = 70) {
  return store.fixes.suggest({ session_id, title, description: `${title} in detail`, confidence });
}

describe('suggested fixes', () => {
  test('come back newest first, as the contract has them', ({ store, session }) => {
    suggest(store, session, 'Old');
    suggest(store, session, 'New');
    const list = store.fixes.list(session);
    expect(list.map((fix) => fix.title)).toEqual(['New', 'Old']);
    expect(list.map((fix) => suggestedFixSchema.strict().parse(fix))).toEqual(list);
  });

  test('supersede the active one, and leave failed and dismissed ones as they are', ({
    store,
    session,
  }) => {
    const failed = suggest(store, session, 'Failed');
    store.fixes.setOutcome(failed.id, { outcome: 'failed', outcome_note: 'No change.' });
    const dismissed = suggest(store, session, 'Dismissed');
    store.fixes.setOutcome(dismissed.id, { outcome: 'dismissed', outcome_note: null });
    const active = suggest(store, session, 'Active');
    const newest = suggest(store, session, 'Newest');

    expect(store.fixes.get(active.id).superseded_at).toBe(newest.created_at);
    expect(store.fixes.get(failed.id).superseded_at).toBeNull();
    expect(store.fixes.get(dismissed.id).superseded_at).toBeNull();
    expect(activeFix(store.fixes.list(session))?.id).toBe(newest.id);
  });

  test('refuse a verdict or a change once superseded', ({ store, session }) => {
    const old = suggest(store, session, 'Old');
    suggest(store, session, 'New');
    const CONFLICT = expect.objectContaining({ code: 'CONFLICT' });
    expect(() => store.fixes.setOutcome(old.id, { outcome: 'worked', outcome_note: null })).toThrow(
      CONFLICT,
    );
    expect(() => store.fixes.update(old.id, { confidence: 10 })).toThrow(CONFLICT);
  });

  test('keep when a verdict was given, and forget it with the verdict', ({ store, session }) => {
    const { id } = suggest(store, session, 'Fix');
    const failed = store.fixes.setOutcome(id, { outcome: 'failed', outcome_note: 'Same prompt.' });
    expect(failed).toMatchObject({ outcome: 'failed', outcome_note: 'Same prompt.' });
    expect(failed.outcome_at).not.toBeNull();
    const reset = store.fixes.setOutcome(id, { outcome: 'proposed', outcome_note: null });
    expect(reset).toMatchObject({ outcome: 'proposed', outcome_at: null });
  });

  test('change only in what is given', ({ store, session }) => {
    const fix = suggest(store, session, 'Fix');
    expect(store.fixes.update(fix.id, { confidence: 86 })).toEqual({ ...fix, confidence: 86 });
    const version = store.sessions.get(session).state_version;
    store.fixes.update(fix.id, { confidence: 86 });
    expect(store.sessions.get(session).state_version).toBe(version);
  });

  test('are not active two at a time, whatever is corrected', ({ store, session }) => {
    const { setOutcome, list } = store.fixes;
    const old = suggest(store, session, 'Old');
    setOutcome(old.id, { outcome: 'failed', outcome_note: 'No change.' });
    const newer = suggest(store, session, 'Newer');
    const before = list(session);
    expect(() => setOutcome(old.id, { outcome: 'worked', outcome_note: null })).toThrow(
      expect.objectContaining({
        code: 'CONFLICT',
        message: expect.stringContaining('“Newer” is the active fix'),
      }),
    );
    expect(list(session)).toEqual(before);
    // Words of a fix that is over can be corrected all the same.
    setOutcome(old.id, { outcome: 'dismissed', outcome_note: 'Never tried.' });
    setOutcome(newer.id, { outcome: 'dismissed', outcome_note: null });
    setOutcome(old.id, { outcome: 'worked', outcome_note: null });
    expect(activeFix(list(session))?.id).toBe(old.id);
    expect(() => setOutcome(newer.id, { outcome: 'applied', outcome_note: null })).toThrow(
      expect.objectContaining({ code: 'CONFLICT' }),
    );
  });

  test('refuse a confidence outside of 0 to 100', ({ store, session }) => {
    expect(() => suggest(store, session, 'Sure', 101)).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT' }),
    );
    expect(store.fixes.list(session)).toEqual([]);
  });
});
