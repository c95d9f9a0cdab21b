import { describe, expect } from 'vitest';
import { messageSchema } from '../../../shared/domain/message.ts';
import { closeSession, test } from './store-test.ts';

describe('messages', () => {
  test('come back in the order in which they were written', ({ store, session }) => {
    const bodies = ['First', 'Second\nwith a second line', 'Third 🖨️'];
    for (const body of bodies)
      store.messages.add({ session_id: session, author: 'technician', body });
    const list = store.messages.list(session);
    expect(list.map((message) => message.body)).toEqual(bodies);
    expect(list.map((message) => messageSchema.strict().parse(message))).toEqual(list);
  });

  test('bring their session to the top of the list', ({ store, session }) => {
    const before = store.sessions.get(session);
    const message = store.messages.add({ session_id: session, author: 'copilot', body: 'Hello' });
    expect(store.sessions.get(session).updated_at).toBe(message.created_at);
    expect(message.created_at).toBeGreaterThan(before.updated_at);
  });

  test('are refused by a closed session, and by one that is not on file', ({ store, session }) => {
    closeSession(store, session);
    const add = (session_id: number) => () =>
      store.messages.add({ session_id, author: 'technician', body: 'Late' });
    expect(add(session)).toThrow(expect.objectContaining({ code: 'CONFLICT' }));
    expect(add(99)).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
    expect(store.messages.list(session)).toEqual([]);
  });
});
