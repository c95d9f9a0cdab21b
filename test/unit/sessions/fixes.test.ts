import { describe, expect } from 'vitest';
import type { FixVerdict, SessionStore } from '../../../electron/sessions/index.ts';
import { activeFix } from '../../../shared/domain/active-fix.ts';
import { suggestedFixSchema } from '../../../shared/domain/suggested-fix.ts';
import { newSession, test } from './store-test.ts';

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

  test('keep what was done, and its words for the customer', ({ store, session }) => {
    const { id } = suggest(store, session, 'Fix');
    const words = { done: 'Restarted the spooler.', customer_done: 'We restarted a service.' };
    const first = store.fixes.setOutcome(id, {
      ...{ outcome: 'failed', outcome_note: 'It stopped again.', left_in_place: true },
      ...{ ...words, customer_note: 'It did not help.' },
    });
    expect(first).toMatchObject({
      ...words,
      customer_note: 'It did not help.',
      left_in_place: true,
    });
    // Left out, what was done stays; the words for another note do not.
    const next = store.fixes.setOutcome(id, {
      outcome: 'worked',
      outcome_note: 'After a restart.',
    });
    expect(next).toMatchObject({ ...words, customer_note: null, left_in_place: false });
    expect(store.fixes.update(id, { done: null, customer_note: 'It helped.' })).toMatchObject({
      ...{ done: null, customer_done: words.customer_done, customer_note: 'It helped.' },
    });
    expect(store.fixes.list(session)).toEqual([store.fixes.get(id)]);
  });

  test('keep the time of their result where only its words change', ({ store, session }) => {
    const { id } = suggest(store, session, 'Fix');
    const worked = { outcome: 'worked', outcome_note: null } as const;
    const { outcome_at, applied_at } = store.fixes.setOutcome(id, worked);
    expect(store.fixes.setOutcome(id, { ...worked, done: 'Restarted it.' })).toMatchObject({
      ...{ outcome_at, applied_at, done: 'Restarted it.' },
    });
  });

  test('refuse a confidence outside of 0 to 100', ({ store, session }) => {
    expect(() => suggest(store, session, 'Sure', 101)).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT' }),
    );
    expect(store.fixes.list(session)).toEqual([]);
  });
});

describe('the result of a fix', () => {
  const worked = { outcome: 'worked', outcome_note: null } as const;
  const line = (text: string) => ({ kind: 'text', text, source_type: 'technician' }) as const;

  test('adds the cause and the confirmation, once', ({ store, session }) => {
    const { id } = suggest(store, session, 'Fix');
    const result: FixVerdict = {
      ...worked,
      cause: line('The license had expired.'),
      confirmation: { kind: 'text', text: 'It prints.', source_type: 'user_report' },
    };
    store.fixes.setOutcome(id, result);
    const facts = store.facts.list(session);
    expect(facts).toMatchObject([
      { text: 'The license had expired.', role: 'cause', status: 'confirmed' },
      { role: 'confirmation', source_type: 'user_report', status: 'confirmed' },
    ]);
    const version = store.sessions.get(session).state_version;
    store.fixes.setOutcome(id, result);
    expect(store.facts.list(session)).toEqual(facts);
    expect(store.sessions.get(session).state_version).toBe(version);
  });

  test('gives its role to a fact that is there, and confirms it', ({ store, session }) => {
    const { id } = suggest(store, session, 'Fix');
    const add = (text: string) =>
      store.facts.add({
        ...{ session_id: session, text, source_type: 'diagnostic_check', status: 'proposed' },
      }).id;
    const [chosen, written] = [add('The disk was full.'), add('It prints again.')];
    store.fixes.setOutcome(id, {
      ...worked,
      cause: { kind: 'fact', fact_id: chosen },
      confirmation: line('It prints again.'),
    });
    expect(store.facts.list(session)).toMatchObject([
      { id: chosen, role: 'cause', status: 'confirmed' },
      { id: written, role: 'confirmation', status: 'confirmed', source_type: 'diagnostic_check' },
    ]);
  });

  test('is all kept or not at all', ({ store, session }) => {
    const { id } = suggest(store, session, 'Fix');
    const other = newSession(store);
    const add = (session_id: number) =>
      store.facts.add({ session_id, text: 'x', source_type: 'technician' }).id;
    const [elsewhere, removed, own] = [add(other), add(session), add(session)];
    store.facts.remove(removed);
    const before = store.snapshot(session);
    const cause = line('A new line.');
    for (const [fact_id, code] of [
      [elsewhere, 'NOT_FOUND'],
      [removed, 'CONFLICT'],
    ] as const) {
      expect(() =>
        store.fixes.setOutcome(id, { ...worked, cause, confirmation: { kind: 'fact', fact_id } }),
      ).toThrow(expect.objectContaining({ code }));
    }
    for (const confirmation of [line('x'), { kind: 'fact', fact_id: own } as const]) {
      expect(() =>
        store.fixes.setOutcome(id, {
          ...{ ...worked, confirmation },
          cause: { kind: 'fact', fact_id: own },
        }),
      ).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
    }
    expect(store.snapshot(session)).toEqual(before);
  });
});
