import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeAnswer, type FakeAnthropic, startFakeAnthropic } from '../../fakes/anthropic.ts';
import { openDesk } from '../../fixtures/copilot/desk.ts';

let fake: FakeAnthropic;
beforeEach(async () => {
  fake = await startFakeAnthropic();
});
afterEach(() => fake.stop());

/** A server that answers each request with these events, as they stand. */
function answering(...events: readonly (object | string)[]): typeof fetch {
  const lines = events.map((event) => {
    if (typeof event === 'string') return `event: content_block_delta\ndata: ${event}\n\n`;
    const { type } = event as { type: string };
    return `event: ${type}\ndata: ${JSON.stringify(event)}\n\n`;
  });
  return async () =>
    new Response(lines.join(''), { headers: { 'content-type': 'text/event-stream' } });
}

const START = {
  type: 'message_start',
  message: {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    content: [],
    model: 'claude-sonnet-5-5',
    stop_reason: null,
    stop_sequence: null,
    usage: { input_tokens: 5, output_tokens: 1 },
  },
};
const textBlock = {
  type: 'content_block_start',
  index: 0,
  content_block: { type: 'text', text: '' },
};
const text = (words: string) => ({
  type: 'content_block_delta',
  index: 0,
  delta: { type: 'text_delta', text: words },
});
const END = [
  { type: 'content_block_stop', index: 0 },
  {
    type: 'message_delta',
    delta: { stop_reason: 'end_turn', stop_sequence: null },
    usage: { output_tokens: 9 },
  },
  { type: 'message_stop' },
];

describe('a fault', () => {
  const faults: readonly (readonly [string, FakeAnswer, string, RegExp])[] = [
    ['a server fault', { status: 500 }, 'AI_FAILED', /has a fault \(500\)/],
    ['overload', { status: 529, type: 'overloaded_error' }, 'AI_FAILED', /overloaded/],
    ['a limit that holds long', { status: 429, retry_after: 90 }, 'RATE_LIMITED', /limit/],
    ['a bad key', { status: 401 }, 'AUTH_FAILED', /does not accept the API key/],
    [
      'a picture that it cannot read',
      { status: 400, message: 'messages.0.content.0.image.source.base64: Could not process image' },
      'AI_FAILED',
      /cannot read a picture/,
    ],
    ['a refusal', { text: 'no', stop_reason: 'refusal' }, 'AI_FAILED', /declined/],
    ['an empty answer', { text: ' ' }, 'AI_FAILED', /answered nothing/],
  ];
  it.each(faults)('before the answer is told in words: %s', async (_, fault, code, words) => {
    fake.answer(fault);
    const desk = await openDesk({ url: fake.url });
    const session = desk.newSession();
    const kept = await desk.ask(session, 'Go on');
    expect(kept).toMatchObject({
      state: 'failed',
      failure: { code, message: expect.stringMatching(words) },
    });
    expect(desk.ended.at(-1)?.state).toBe('failed');
    if (code === 'RATE_LIMITED') expect(kept.failure?.retry_at).toBeGreaterThan(Date.now());
    // The message stays, and it can be tried again at once.
    fake.answer({ text: 'Now.' });
    const { answer } = await desk.copilot.retry(kept.id);
    expect((await desk.settled(answer)).body).toBe('Now.');
  });

  it('that passes is waited for, and the wait is shown', async () => {
    fake.answer({ status: 429, retry_after: 1 }, { text: 'After all.' });
    const desk = await openDesk({ url: fake.url });
    expect((await desk.ask(desk.newSession(), 'Go on')).body).toBe('After all.');
    expect([...new Set(desk.progress.map(({ step }) => step))]).toEqual(['waiting', 'writing']);
  });

  it('in the middle keeps what came: a connection that is cut', async () => {
    fake.answer({ text: 'word '.repeat(800), tokens_a_second: 60, cut_after: 600 });
    const desk = await openDesk({ url: fake.url });
    const kept = await desk.ask(desk.newSession(), 'Go on');
    expect(kept.state).toBe('failed');
    expect(kept.body).toMatch(/^word/);
    expect(kept.failure?.message).toMatch(/broke off in the middle/);
    expect(kept.usage?.input_tokens).toBe(812);
  });

  it('in the middle keeps what came: silence', async () => {
    fake.answer({ text: 'word '.repeat(100), tokens_a_second: 1 });
    const desk = await openDesk({ url: fake.url, limits: { silence: 300, whole: 10_000 } });
    const kept = await desk.ask(desk.newSession(), 'Go on');
    expect(kept).toMatchObject({ state: 'failed', failure: { code: 'AI_FAILED' } });
    expect(kept.failure?.message).toMatch(/not answer in time/);
  });

  it('in the middle keeps what came: a stream that is no stream', async () => {
    const desk = await openDesk({
      url: fake.url,
      fetch: answering(START, textBlock, text('So far so good'), '{"type": broken'),
    });
    const kept = await desk.ask(desk.newSession(), 'Go on');
    expect(kept).toMatchObject({ state: 'failed', body: 'So far so good' });
    expect(kept.failure?.code).toBe('AI_FAILED');
  });

  it('in a second round keeps the first and what it proposed', async () => {
    fake.answer(
      {
        text: 'Let me note that.',
        tools: [{ name: 'suggest_check', input: { instruction: 'Look again', meaning: '' } }],
      },
      { status: 400, message: 'nonsense' },
    );
    const desk = await openDesk({ url: fake.url });
    const session = desk.newSession();
    const kept = await desk.ask(session, 'Go on');
    expect(kept).toMatchObject({ state: 'failed', body: 'Let me note that.' });
    expect(desk.store.checks.list(session)).toHaveLength(1);
    expect(kept.usage?.input_tokens).toBe(812);
  });

  it('of the keychain is told on the answer', async () => {
    const desk = await openDesk({ url: fake.url, locked: true });
    const session = desk.newSession();
    const kept = await desk.ask(session, 'Go on');
    expect(kept).toMatchObject({ state: 'failed', failure: { code: 'KEYCHAIN_UNAVAILABLE' } });
    expect(desk.store.messages.list(session)).toHaveLength(2);
  });
});

describe('a runaway answer', () => {
  it('of 200 kB in one line is cut where the lane ends', async () => {
    const desk = await openDesk({
      url: fake.url,
      fetch: answering(START, textBlock, text('x'.repeat(150_000)), text('y'.repeat(100_000))),
    });
    const kept = await desk.ask(desk.newSession(), 'Go on');
    expect(kept.state).toBe('failed');
    expect(kept.body).toHaveLength(200_000);
    expect(kept.failure?.message).toMatch(/ran on and on/);
  });

  it('in its tools is cut too', async () => {
    const block = {
      type: 'content_block_start',
      index: 0,
      content_block: { type: 'tool_use', id: 't1', name: 'propose_fact', input: {} },
    };
    const piece = {
      type: 'content_block_delta',
      index: 0,
      delta: { type: 'input_json_delta', partial_json: `{"text":"${'x'.repeat(250_000)}` },
    };
    const desk = await openDesk({ url: fake.url, fetch: answering(START, block, piece, ...END) });
    const session = desk.newSession();
    expect((await desk.ask(session, 'Go on')).failure?.message).toMatch(/ran on and on/);
    expect(desk.store.facts.list(session)).toEqual([]);
  });

  it('that reaches its longest length says so', async () => {
    fake.answer({ text: 'As far as', stop_reason: 'max_tokens' });
    const desk = await openDesk({ url: fake.url });
    expect(await desk.ask(desk.newSession(), 'Go on')).toMatchObject({
      state: 'complete',
      body: 'As far as',
      notices: [expect.stringMatching(/longest length/)],
    });
  });
});

describe('a hostile answer', () => {
  it('loses hidden characters, and keeps HTML as the text that it is', async () => {
    const desk = await openDesk({
      url: fake.url,
      fetch: answering(START, textBlock, text('<img src=x onerror=alert(1)>‮gpj'), ...END),
    });
    expect((await desk.ask(desk.newSession(), 'Go on')).body).toBe(
      '<img src=x onerror=alert(1)>gpj',
    );
  });

  it.each([
    ['an unknown tool', { name: 'post_note', input: { to: 'customer' } }, /cannot do here/],
    ['no arguments', { name: 'propose_fact', input: {} }, /proposed a fact in a form/],
    ['a wrong type', { name: 'propose_fix', input: { title: 5 } }, /proposed a fix in a form/],
    [
      'a confidence out of range',
      { name: 'propose_fix', input: { title: 'a', description: '', confidence: 900 } },
      /proposed a fix in a form/,
    ],
    [
      'a text too long',
      {
        name: 'suggest_check',
        input: { instruction: 'x'.repeat(5_000), meaning: '' },
      },
      /proposed a check in a form/,
    ],
    [
      'a message of another session',
      {
        name: 'propose_fact',
        input: {
          text: 'Somebody else',
          source_type: 'technician',
          from_message: 1,
          source_summary: null,
          role: null,
          customer_wording: null,
        },
      },
      /proposed a fact in a form/,
    ],
    [
      'a fix of another session',
      { name: 'propose_outcome', input: { fix: 1, outcome: 'worked', note: null } },
      /proposed an outcome in a form/,
    ],
    [
      'a script that never ran',
      {
        name: 'propose_fact',
        input: {
          text: 'The script says so',
          source_type: 'script_output',
          from_message: null,
          source_summary: null,
          role: null,
          customer_wording: null,
        },
      },
      /proposed a fact in a form/,
    ],
  ])('with %s changes nothing and is told in plain words', async (_, call, words) => {
    const desk = await openDesk({ url: fake.url });
    const other = desk.newSession();
    desk.store.messages.add({ session_id: other, author: 'technician', body: 'Elsewhere' });
    desk.store.fixes.suggest({
      session_id: other,
      title: 'Its fix',
      description: '',
      confidence: 5,
    });
    const elsewhere = desk.store.snapshot(other);
    const session = desk.newSession();
    fake.answer({ text: '', tools: [call] }, { text: 'Well.' });
    const kept = await desk.ask(session, 'Go on');
    expect(kept).toMatchObject({ state: 'complete', body: 'Well.' });
    expect(kept.notices).toEqual([expect.stringMatching(words)]);
    const after = desk.store.snapshot(session);
    expect([after.facts, after.fixes, after.checks, after.proposals]).toEqual([[], [], [], []]);
    expect(desk.store.snapshot(other)).toEqual(elsewhere);
  });

  it('with arguments that are no JSON changes nothing', async () => {
    const block = {
      type: 'content_block_start',
      index: 0,
      content_block: { type: 'tool_use', id: 't1', name: 'propose_fact', input: {} },
    };
    const piece = {
      type: 'content_block_delta',
      index: 0,
      delta: { type: 'input_json_delta', partial_json: '{"text": nonsense]]' },
    };
    const desk = await openDesk({
      url: fake.url,
      fetch: answering(
        START,
        textBlock,
        text('Well.'),
        END[0] ?? {},
        at(1, block),
        at(1, piece),
        ...END.map((one) => at(1, one)),
      ),
    });
    const session = desk.newSession();
    expect(await desk.ask(session, 'Go on')).toMatchObject({
      state: 'failed',
      body: 'Well.',
      failure: { message: "The AI's answer could not be read. Try again." },
    });
    expect(desk.store.facts.list(session)).toEqual([]);
  });
});

function at(index: number, event: object): object {
  return 'index' in event ? { ...event, index } : event;
}
