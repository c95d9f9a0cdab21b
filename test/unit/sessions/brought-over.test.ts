import { describe, expect } from 'vitest';
import { factSchema } from '../../../shared/domain/fact.ts';
import { suggestedFixSchema } from '../../../shared/domain/suggested-fix.ts';
import { closeSession, newSession, test } from './store-test.ts';

const NOT_FOUND = expect.objectContaining({ code: 'NOT_FOUND' });

describe('what is brought over from an earlier session', () => {
  test('says where it comes from', ({ store, session: session_id }) => {
    const from_session_id = newSession(store, 'The earlier one');
    closeSession(store, from_session_id);
    const fact = store.facts.add({
      ...{ session_id, text: 'x', source_type: 'technician', status: 'proposed', from_session_id },
      ...{ role: 'cause', customer_wording: 'Plain', short_wording: 'Short' },
    });
    expect(factSchema.strict().parse(fact)).toMatchObject({ from_session_id, status: 'proposed' });
    expect(store.facts.confirm(fact.id)).toMatchObject({
      ...{ from_session_id, role: 'cause', customer_wording: 'Plain', short_wording: 'Short' },
    });
    const fix = store.fixes.suggest({
      ...{ session_id, title: 'x', description: '', confidence: 50, from_session_id },
    });
    expect(suggestedFixSchema.strict().parse(fix)).toMatchObject({ from_session_id });
    const { facts, fixes } = store.snapshot(session_id);
    expect([facts[0]?.from_session_id, fixes[0]?.from_session_id]).toEqual(
      Array(2).fill(from_session_id),
    );
  });

  test('comes from a session that is on file', ({ store, session: session_id }) => {
    const from_session_id = 99;
    expect(() =>
      store.facts.add({ session_id, text: 'x', source_type: 'ticket', from_session_id }),
    ).toThrow(NOT_FOUND);
    const fix = { title: 'x', description: '', confidence: 50 };
    expect(() => store.fixes.suggest({ session_id, ...fix, from_session_id })).toThrow(NOT_FOUND);
    expect(store.snapshot(session_id)).toMatchObject({ facts: [], fixes: [] });
  });
});
