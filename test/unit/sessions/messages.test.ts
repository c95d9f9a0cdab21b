import { describe, expect } from 'vitest';
import { messageSchema } from '../../../shared/domain/message.ts';
import { answer, ask } from './lane-test.ts';
import { closeSession, newSession, test } from './store-test.ts';

const CONFLICT = expect.objectContaining({ code: 'CONFLICT' });
const NOT_FOUND = expect.objectContaining({ code: 'NOT_FOUND' });
const INVALID_INPUT = expect.objectContaining({ code: 'INVALID_INPUT' });

describe('messages', () => {
  test('come back in the order in which they were written', ({ store, session }) => {
    const bodies = ['First', 'Second\nwith a second line', 'Third 🖨️'];
    for (const body of bodies) ask(store, session, body);
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
    expect(() => ask(store, session)).toThrow(CONFLICT);
    expect(() => ask(store, 99)).toThrow(NOT_FOUND);
    expect(store.messages.list(session)).toEqual([]);
  });

  test('say something, or bring a picture', ({ store, session: session_id }) => {
    expect(() => ask(store, session_id, ' \n')).toThrow(INVALID_INPUT);
    const bytes = Buffer.from('picture');
    const picture = store.attachments.addImage({
      ...{ session_id, name: 'Screen', media_type: 'image/png', bytes },
    });
    const attachment_ids = [picture.id];
    const sent = store.messages.add({ session_id, author: 'technician', body: '', attachment_ids });
    expect(sent.body).toBe('');
    expect(store.attachments.list(session_id)).toEqual([{ ...picture, message_id: sent.id }]);
  });

  test('come a page at a time, the newest page first', ({ store, session }) => {
    ask(store, newSession(store, 'Another one'));
    const ids = Array.from({ length: 7 }, (_, index) => ask(store, session, `${index}`).id);
    const { messages, earlier } = store.messages.newest(session, 3);
    expect(messages.map(({ id }) => id)).toEqual(ids.slice(4));
    expect(earlier).toBe(4);
    const back = (before: number | undefined) =>
      store.messages.earlier(session, before ?? 0, 3).map(({ id }) => id);
    expect(back(ids[4])).toEqual(ids.slice(1, 4));
    expect(back(ids[1])).toEqual(ids.slice(0, 1));
    expect(back(ids[0])).toEqual([]);
    expect(store.messages.newest(session, 100)).toMatchObject({ earlier: 0 });
    expect(store.messages.newest(newSession(store), 100)).toEqual({ messages: [], earlier: 0 });
  });
});

describe('an answer', () => {
  test('is kept piece by piece until it ends', ({ store, session }) => {
    const asked = ask(store, session);
    const { id, ...begun } = store.messages.startAnswer({
      session_id: session,
      reply_to: asked.id,
    });
    expect(begun).toMatchObject({ author: 'copilot', state: 'streaming', body: '' });
    expect(begun).toMatchObject({ reply_to: asked.id, failure: null, notices: [], usage: null });
    store.messages.keepAnswer(id, { body: 'Is it', state: 'streaming', notices: ['Left out.'] });
    expect(store.messages.get(id)).toMatchObject({ body: 'Is it', state: 'streaming' });

    const usage = {
      ...{ model: 'claude-sonnet-5-5', input_tokens: 900, output_tokens: 4 },
      cost_microdollars: null,
    };
    const failure = { code: 'OFFLINE' as const, message: 'No network.', retry_at: 5 };
    const end = { body: 'Is it on?', state: 'failed' as const, failure, usage };
    const ended = store.messages.keepAnswer(id, end);
    expect(ended).toEqual({ id, ...begun, ...end, notices: ['Left out.'] });
    expect(messageSchema.strict().parse(ended)).toEqual(ended);
    expect(() => store.messages.keepAnswer(id, { ...end, state: 'complete' })).toThrow(CONFLICT);
    expect(store.messages.get(id)).toEqual(ended);
  });

  test('is the only one that is written in its session', ({ store, session }) => {
    const asked = ask(store, session);
    const start = (session_id: number, reply_to: number) =>
      store.messages.startAnswer({ session_id, reply_to });
    const first = start(session, asked.id);
    expect(() => start(session, asked.id)).toThrow(CONFLICT);
    const other = newSession(store, 'Another one');
    start(other, ask(store, other).id);
    store.messages.keepAnswer(first.id, { body: '', state: 'stopped' });
    expect(start(session, asked.id).id).toBeGreaterThan(first.id);
  });

  test('answers a message of the technician in the same session', ({ store, session }) => {
    const { id } = answer(store, session);
    const start = (reply_to: number) => () =>
      store.messages.startAnswer({ session_id: session, reply_to });
    expect(start(id)).toThrow(INVALID_INPUT);
    expect(start(999)).toThrow(NOT_FOUND);
    expect(start(ask(store, newSession(store)).id)).toThrow(NOT_FOUND);
    const reworded = ask(store, session);
    store.messages.replaceFrom(reworded.id);
    expect(start(reworded.id)).toThrow(NOT_FOUND);
  });

  test('may end in a session that was closed meanwhile', ({ store, session }) => {
    const { id } = store.messages.startAnswer({
      session_id: session,
      reply_to: ask(store, session).id,
    });
    closeSession(store, session);
    const ended = store.messages.keepAnswer(id, { body: 'Late.', state: 'complete' });
    expect(store.snapshot(session).messages.at(-1)).toEqual(ended);
  });
});
