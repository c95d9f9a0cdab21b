import { describe, expect } from 'vitest';
import { factSchema, SOURCE_TYPES } from '../../../shared/domain/fact.ts';
import { newSession, test } from './store-test.ts';

const CONFLICT = expect.objectContaining({ code: 'CONFLICT' });
const NOT_FOUND = expect.objectContaining({ code: 'NOT_FOUND' });

describe('facts', () => {
  test('of every source type come back as the contract has them, in order', ({
    store,
    session,
  }) => {
    const added = SOURCE_TYPES.map((source_type) =>
      store.facts.add({ session_id: session, text: `From ${source_type}`, source_type }),
    );
    expect(store.facts.list(session)).toEqual(added);
    expect(added.map((fact) => factSchema.strict().parse(fact))).toEqual(added);
    expect(added[0]).toMatchObject({ status: 'confirmed', source_summary: null, deleted_at: null });
  });

  test('can be proposed and then confirmed', ({ store, session }) => {
    const proposed = store.facts.add({
      session_id: session,
      text: 'Perhaps.',
      source_type: 'diagnostic_check',
      status: 'proposed',
    });
    expect(proposed.status).toBe('proposed');
    expect(store.facts.confirm(proposed.id).status).toBe('confirmed');
    const version = store.sessions.get(session).state_version;
    expect(store.facts.confirm(proposed.id).status).toBe('confirmed');
    expect(store.sessions.get(session).state_version).toBe(version);
  });

  test('are removed softly and restored in their old place', ({ store, session }) => {
    const [first, second, third] = ['One', 'Two', 'Three'].map((text) =>
      store.facts.add({ session_id: session, text, source_type: 'technician' }),
    );
    const removed = store.facts.remove(second?.id ?? 0);
    expect(removed.deleted_at).not.toBeNull();
    expect(store.facts.list(session).map((fact) => fact.id)).toEqual([first?.id, third?.id]);
    expect(store.facts.get(second?.id ?? 0).deleted_at).toBe(removed.deleted_at);
    expect(() => store.facts.update(removed.id, { text: 'Changed' })).toThrow(CONFLICT);
    expect(() => store.facts.confirm(removed.id)).toThrow(CONFLICT);
    expect(store.facts.remove(removed.id)).toEqual(removed);

    store.facts.restore(removed.id);
    expect(store.facts.list(session).map((fact) => fact.text)).toEqual(['One', 'Two', 'Three']);
  });

  test('change only in what is given', ({ store, session }) => {
    const { id } = store.facts.add({
      session_id: session,
      text: 'Old',
      source_type: 'ticket',
      source_summary: 'Call',
    });
    expect(store.facts.update(id, { text: 'New' })).toMatchObject({
      text: 'New',
      source_summary: 'Call',
    });
    expect(store.facts.update(id, { source_summary: null })).toMatchObject({
      text: 'New',
      source_summary: null,
    });
    expect(store.facts.update(id, { source_type: 'technician' }).source_type).toBe('technician');
  });

  test('get the role of their source, unless one is chosen', ({ store, session }) => {
    const roles = SOURCE_TYPES.map(
      (source_type) => store.facts.add({ session_id: session, text: 'x', source_type }).role,
    );
    expect(Object.fromEntries(SOURCE_TYPES.map((type, place) => [type, roles[place]]))).toEqual({
      ...{ technician: 'finding', user_report: 'symptom', diagnostic_check: 'finding' },
      ...{ script_output: 'finding', ticket: 'symptom' },
    });
    const chosen = store.facts.add({
      ...{ session_id: session, text: 'The license had expired.', source_type: 'technician' },
      ...{ role: 'cause', chosen_audience: 'internal' },
      ...{ customer_wording: 'A license had expired.', short_wording: 'License expired.' },
    });
    expect(store.facts.get(chosen.id)).toMatchObject({
      ...{ role: 'cause', chosen_audience: 'internal' },
      ...{ customer_wording: 'A license had expired.', short_wording: 'License expired.' },
    });
  });

  test('change their role with a corrected source, unless it was chosen', ({ store, session }) => {
    const add = (role?: 'cause') =>
      store.facts.add({ session_id: session, text: 'x', source_type: 'technician', role });
    const reported = { source_type: 'user_report' } as const;
    expect(store.facts.update(add().id, reported).role).toBe('symptom');
    expect(store.facts.update(add('cause').id, reported).role).toBe('cause');
    expect(store.facts.update(add().id, { ...reported, role: 'finding' }).role).toBe('finding');
  });

  test('lose a wording where it is taken away, and keep it where it is not given', ({
    store,
    session,
  }) => {
    const { id } = store.facts.add({
      ...{ session_id: session, text: 'x', source_type: 'technician' },
      ...{ customer_wording: 'Plain', short_wording: 'Short' },
    });
    expect(store.facts.update(id, { text: 'y' })).toMatchObject({
      ...{ customer_wording: 'Plain', short_wording: 'Short' },
    });
    expect(store.facts.update(id, { customer_wording: null })).toMatchObject({
      ...{ customer_wording: null, short_wording: 'Short' },
    });
  });

  test('get an audience together, all or none', ({ store, session }) => {
    const add = (session_id: number) =>
      store.facts.add({ session_id, text: 'x', source_type: 'technician' }).id;
    const ids = [add(session), add(session)];
    const elsewhere = add(newSession(store));
    const removed = add(session);
    store.facts.remove(removed);
    const audiences = () => store.facts.list(session).map((fact) => fact.chosen_audience);
    expect(() => store.facts.setAudience(session, [...ids, elsewhere], 'customer')).toThrow(
      NOT_FOUND,
    );
    expect(() => store.facts.setAudience(session, [...ids, removed], 'customer')).toThrow(CONFLICT);
    expect(audiences()).toEqual([null, null]);
    expect(store.facts.setAudience(session, ids, 'customer')).toEqual(store.facts.list(session));
    expect(audiences()).toEqual(['customer', 'customer']);
    store.facts.setAudience(session, ids, null);
    expect(audiences()).toEqual([null, null]);
  });

  test('name a message of their own session only', ({ store, session }) => {
    const other = newSession(store);
    const own = store.messages.add({ session_id: session, author: 'technician', body: 'Own' });
    const foreign = store.messages.add({
      session_id: other,
      author: 'technician',
      body: 'Foreign',
    });
    const add = (source_message_id: number) =>
      store.facts.add({
        session_id: session,
        text: 'Fact',
        source_type: 'technician',
        source_message_id,
      });
    expect(add(own.id).source_message_id).toBe(own.id);
    expect(() => add(foreign.id)).toThrow(NOT_FOUND);
    expect(() => add(99)).toThrow(NOT_FOUND);
  });

  test('that are not on file are NOT_FOUND', ({ store }) => {
    for (const call of [
      store.facts.get,
      store.facts.remove,
      store.facts.restore,
      store.facts.confirm,
    ]) {
      expect(() => call(99)).toThrow(NOT_FOUND);
    }
    expect(() => store.facts.add({ session_id: 99, text: 'x', source_type: 'ticket' })).toThrow(
      NOT_FOUND,
    );
  });
});
