import { describe, expect } from 'vitest';
import type { SessionChanges } from '../../../electron/sessions/index.ts';
import { sessionListItemSchema, sessionSchema } from '../../../shared/domain/session.ts';
import { closeSession, newSession, test } from './store-test.ts';

describe('sessions', () => {
  test('are created active, as the contract has them', ({ store }) => {
    const created = store.sessions.create({
      title: 'VPN drops',
      intake: 'After a minute.',
      domain: 'vpn',
      ticket_ref: '48213',
    });
    expect(sessionSchema.strict().parse(created)).toEqual(created);
    expect(created).toMatchObject({
      title: 'VPN drops',
      summary: '',
      state: 'active',
      closed_at: null,
    });
    expect(store.sessions.get(created.id)).toEqual(created);
    expect(store.sessions.count()).toBe(1);
  });

  test('get ids that do not come again in another file', ({ store }) => {
    const ids = [1, 2, 3].map(() => newSession(store));
    expect(new Set(ids).size).toBe(3);
    // By the second of creation, so that an empty file begun later starts above this one.
    expect(ids[0]).toBeGreaterThan(1_700_000_000);
    expect(ids.every(Number.isSafeInteger)).toBe(true);
  });

  test('that are not on file are NOT_FOUND', ({ store }) => {
    expect(() => store.sessions.get(99)).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
    expect(() => store.sessions.update(99, { title: 'x' })).toThrow(
      expect.objectContaining({ code: 'NOT_FOUND' }),
    );
    expect(() => store.snapshot(99)).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
  });

  test('are listed by the newest change, in pages without gaps', ({ store }) => {
    const ids = Array.from({ length: 7 }, (_, index) => newSession(store, `Session ${index}`));
    store.facts.add({ session_id: ids[2] ?? 0, text: 'New.', source_type: 'technician' });
    const all = store.sessions.list({ limit: 10 });
    expect(all.map((item) => item.title)).toEqual(
      [2, 6, 5, 4, 3, 1, 0].map((index) => `Session ${index}`),
    );
    expect(all.map((item) => sessionListItemSchema.strict().parse(item))).toEqual(all);

    const first = store.sessions.list({ limit: 3 });
    const second = store.sessions.list({ limit: 3, before: first.at(-1) });
    const third = store.sessions.list({ limit: 3, before: second.at(-1) });
    expect([...first, ...second, ...third]).toEqual(all);
  });

  test('with the same time of change do not fall between two pages', ({ store }) => {
    store.backdate(1_000, () => {
      for (let count = 0; count < 5; count += 1) newSession(store);
    });
    const first = store.sessions.list({ limit: 2 });
    const rest = store.sessions.list({ limit: 9, before: first.at(-1) });
    expect([...first, ...rest].map((item) => item.id)).toEqual([5, 4, 3, 2, 1]);
  });

  test('are listed by state', ({ store }) => {
    const closed = newSession(store);
    const active = newSession(store);
    closeSession(store, closed);
    expect(store.sessions.list({ limit: 9, state: 'active' }).map((item) => item.id)).toEqual([
      active,
    ]);
    expect(store.sessions.list({ limit: 9, state: 'resolved' }).map((item) => item.id)).toEqual([
      closed,
    ]);
    expect(store.sessions.list({ limit: 9, state: 'escalated' })).toEqual([]);
  });

  test('take a ticket and give it up again', ({ store, session }) => {
    expect(store.sessions.update(session, { ticket_ref: '48213' }).ticket_ref).toBe('48213');
    expect(store.sessions.update(session, { title: 'Renamed' }).ticket_ref).toBe('48213');
    expect(store.sessions.update(session, { ticket_ref: null }).ticket_ref).toBeNull();
  });

  test('keep hand-off fields, a customer summary and a language', ({ store, session }) => {
    expect(store.sessions.get(session)).toMatchObject({ language: 'en', customer_summary: null });
    const filled: SessionChanges = {
      ...{ affected: 'Everyone', since: 'Monday', impact: 'No orders', priority: 'High' },
      ...{ escalation_note: 'Theirs to fix', promised: 'A call', next_owner: 'Second line' },
      ...{ contact: 'The front desk', customer_summary: 'Nobody could print.' },
      escalation_reason: 'vendor',
      language: 'fr',
    };
    expect(store.sessions.update(session, filled)).toMatchObject(filled);
    expect(store.snapshot(session).session).toMatchObject(filled);
    const cleared = store.sessions.update(session, { since: null, escalation_reason: null });
    expect(cleared).toMatchObject({ ...filled, since: null, escalation_reason: null });
  });

  test('are left alone by an update that changes nothing', ({ store, session }) => {
    const before = store.sessions.get(session);
    expect(store.sessions.update(session, { title: before.title, summary: '' })).toEqual(before);
  });
});

describe('a snapshot', () => {
  test('holds everything of one session and nothing of another', ({ store, session }) => {
    const other = newSession(store, 'Other');
    for (const session_id of [session, other]) {
      store.messages.add({ session_id, author: 'technician', body: `Message ${session_id}` });
      store.facts.add({ session_id, text: `Fact ${session_id}`, source_type: 'technician' });
      store.fixes.suggest({
        session_id,
        title: `Fix ${session_id}`,
        description: '',
        confidence: 50,
      });
      store.scripts.recordRun({
        session_id,
        name: `Script ${session_id}`,
        language: 'bash',
        body: '',
        outcome: '',
      });
      store.drafts.save({
        session_id,
        kind: 'resolve',
        markdown: `Draft ${session_id}`,
        base_markdown: '',
        base_state_version: 1,
      });
    }
    const snapshot = store.snapshot(session);
    expect(snapshot).toMatchObject({
      session: { id: session },
      messages: [{ body: `Message ${session}` }],
      facts: [{ text: `Fact ${session}` }],
      fixes: [{ title: `Fix ${session}` }],
      scripts: [{ name: `Script ${session}` }],
      drafts: [{ markdown: `Draft ${session}` }],
      write_backs: [],
    });
  });
});

describe('a transaction', () => {
  test('keeps all of its writes or none', ({ store, session }) => {
    expect(() =>
      store.transaction(() => {
        store.facts.add({ session_id: session, text: 'Kept?', source_type: 'technician' });
        throw new Error('on the way');
      }),
    ).toThrow('on the way');
    expect(store.facts.list(session)).toEqual([]);
  });
});
