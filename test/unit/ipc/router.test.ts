import { describe, expect, it } from 'vitest';
import { createHandlers, createRouter } from '../../../electron/ipc/index.ts';
import type { Handlers } from '../../../electron/ipc/router.ts';
import { contract } from '../../../shared/contract/index.ts';
import { AppError } from '../../../shared/errors.ts';
import { createTestLog } from '../../fixtures/log.ts';

/** A table of handlers that all answer with nothing, but for those a test puts in. */
function handlersWith(given: Partial<Handlers>): Handlers {
  const refuse = () => {
    throw new Error('not expected in this test');
  };
  const base = Object.fromEntries(Object.keys(contract).map((name) => [name, refuse]));
  return { ...base, ...given } as Handlers;
}

/** Stands for the search for known secrets. */
const withoutSecret = (text: string) => text.replaceAll('Kettle-41', '(secret)');

function route(given: Partial<Handlers>, log = createTestLog()) {
  return {
    router: createRouter({ handlers: handlersWith(given), log, redact: withoutSecret }),
    log,
  };
}

describe('router', () => {
  it('takes known secrets out of every text that comes in, however deep', async () => {
    let seen: unknown;
    const { router } = route({
      'scripts.markRan': (input) => {
        seen = input;
        throw new AppError('CONFLICT', 'stop here');
      },
    });
    const input = { generation_id: 3, outcome: 'used Kettle-41 twice', undo: 'Kettle-41' };
    await router.handle({ name: 'scripts.markRan', input, requestId: undefined });
    expect(seen).toEqual({ generation_id: 3, outcome: 'used (secret) twice', undo: '(secret)' });
  });

  it('leaves a text as it is where it must be judged as it is', async () => {
    let seen = '';
    const { router } = route({
      'notes.check': ({ markdown }) => {
        seen = markdown;
        throw new AppError('CONFLICT', 'stop here');
      },
    });
    const input = { session_id: 1, kind: 'resolve', markdown: 'Kettle-41' };
    await router.handle({ name: 'notes.check', input, requestId: undefined });
    expect(seen).toBe('Kettle-41');
  });

  it('refuses names outside the contract, inherited ones too', async () => {
    const { router } = route({});
    for (const name of ['nothing.here', 'toString', '__proto__', 'constructor', 42, null]) {
      const answer = await router.handle({ name, input: {}, requestId: undefined });
      expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    }
  });

  it('hands a handler parsed input: cleaned, trimmed, defaults filled in', async () => {
    let seen: unknown;
    const { router } = route({
      'facts.add': (input) => {
        seen = input;
        throw new AppError('CONFLICT', 'stop here');
      },
    });
    await router.handle({
      name: 'facts.add',
      input: {
        session_id: 1,
        text: '  Prompt\u202E returns\r\nat once  ',
        source_type: 'technician',
      },
      requestId: undefined,
    });
    expect(seen).toEqual({
      session_id: 1,
      text: 'Prompt returns\nat once',
      source_type: 'technician',
      source_summary: null,
      ...{ role: null, chosen_audience: null, customer_wording: null, short_wording: null },
      source_message_id: null,
      status: 'confirmed',
      from_session_id: null,
    });
  });

  it('names each wrong field in words that can stand beside it', async () => {
    const { router } = route({});
    const answer = await router.handle({
      name: 'sessions.create',
      input: { title: ' ', intake: '', domain: 'email', ticket_ref: 'INC-7' },
      requestId: undefined,
    });
    expect(answer).toMatchObject({
      ok: false,
      error: {
        code: 'INVALID_INPUT',
        details: {
          fields: {
            title: 'The title is empty. Write a few words first.',
            ticket_ref: expect.stringContaining('only digits'),
          },
        },
      },
    });
  });

  it('never shows the words of the library that reads the input', async () => {
    const { router } = route({});
    for (const input of [null, 7, {}, { session_id: 'one' }, { session_id: 1.5 }, []]) {
      const answer = await router.handle({ name: 'sessions.get', input, requestId: undefined });
      expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
      expect(JSON.stringify(answer)).not.toMatch(/expected|received|undefined/i);
    }
    const url = 'x'.repeat(2_001);
    const answer = await router.handle({
      name: 'app.openLink',
      input: { url },
      requestId: undefined,
    });
    expect(answer).toMatchObject({ error: { message: expect.stringContaining('2,000') } });
  });

  it('takes a script of nothing but hidden characters for the empty one that would be kept', async () => {
    const { router } = route({});
    const content = { name: 'x', language: 'powershell', body: ' \0' };
    const input = { key: null, content };
    const answer = await router.handle({ name: 'templates.save', input, requestId: undefined });
    expect(answer).toMatchObject({ error: { message: expect.stringContaining('empty') } });
  });

  it('keeps what came in as a name out of the log', async () => {
    const { router, log } = route({});
    const names = [{ toString: 1, valueOf: 1 }, 'one\nERROR two', Object.create(null)];
    for (const name of names) {
      const answer = await router.handle({ name, input: {}, requestId: undefined });
      expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    }
    expect(log.lines).toEqual([]);
  });

  it('refuses an input above the size bound before anything parses it', async () => {
    const { router } = route({});
    const answer = await router.handle({
      name: 'messages.add',
      input: { session_id: 1, body: 'x'.repeat(2_000_000) },
      requestId: undefined,
    });
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT', message: expect.stringContaining('larger than 1 MB') },
    });
  });

  it('refuses what cannot be serialised', async () => {
    const { router } = route({});
    const loop: { self?: unknown } = {};
    loop.self = loop;
    const answer = await router.handle({ name: 'app.info', input: loop, requestId: undefined });
    expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
  });

  it('turns an unexpected error into INTERNAL and keeps its stack in the log', async () => {
    const failure = new Error('secret path /home/x/y');
    const { router, log } = route({
      'app.info': () => {
        throw failure;
      },
    });
    const answer = await router.handle({ name: 'app.info', input: {}, requestId: undefined });
    expect(answer).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
    expect(JSON.stringify(answer)).not.toContain('secret path');
    expect(log.errors).toEqual([failure]);
  });

  it('cancels a call that is under way by its request id, and only that one', async () => {
    const aborted: string[] = [];
    const { router } = route({
      'sessions.search': ({ query }, { signal }) =>
        new Promise((resolve, reject) => {
          signal.addEventListener('abort', () => {
            aborted.push(query);
            reject(signal.reason);
          });
          if (query === 'second') setTimeout(() => resolve([]), 20);
        }),
    });
    const search = (query: string, requestId: string) =>
      router.handle({ name: 'sessions.search', input: { query }, requestId });
    const first = search('first', 'a');
    const second = search('second', 'b');
    const cancel = { name: 'requests.cancel', input: { request_id: 'a' }, requestId: undefined };

    expect(await router.handle(cancel)).toEqual({ ok: true, value: { cancelled: true } });
    expect(await first).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
    expect(await second).toEqual({ ok: true, value: [] });
    expect(aborted).toEqual(['first']);
    expect(await router.handle(cancel)).toEqual({ ok: true, value: { cancelled: false } });
  });
});

describe('handler table', () => {
  it('is exhaustive and closed: neither a missing nor an extra handler compiles', () => {
    const handlers = handlersWith({});
    const { 'app.info': _, ...incomplete } = handlers;
    // @ts-expect-error a call of the contract has no handler
    createRouter({ handlers: incomplete, log: createTestLog() });
    const extra = { ...handlers, 'app.formatDisk': () => ({}) };
    // @ts-expect-error a handler has no call in the contract
    createRouter({ handlers: extra, log: createTestLog() });
    expect(typeof createHandlers).toBe('function');
  });
});
