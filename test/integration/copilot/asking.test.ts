import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAiAccess, openModel } from '../../../electron/copilot/index.ts';
import { DEFAULT_SETTINGS } from '../../../shared/domain/settings.ts';
import { type FakeAnswer, type FakeAnthropic, startFakeAnthropic } from '../../fakes/anthropic.ts';

let fake: FakeAnthropic;
beforeEach(async () => {
  fake = await startFakeAnthropic();
});
afterEach(() => fake.stop());

/** What went over the wire, word for word: the fake's own journal holds it in another form. */
interface Sent {
  readonly url: string;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

function access(key: string | null = 'sk-ant-canary', base_address = fake.url) {
  const sent: Sent[] = [];
  let held = key;
  const ai = createAiAccess({
    keys: {
      storage: async () => 'memory',
      get: async () => held,
      set: async (_, secret) => {
        held = secret;
        return 'memory';
      },
      remove: async () => {
        held = null;
        return true;
      },
    },
    settings: async () => ({ ...DEFAULT_SETTINGS, ai_base_address: base_address }),
    fetch: (input, init) => {
      const body = typeof init?.body === 'string' ? JSON.parse(init.body) : {};
      sent.push({ url: String(input), headers: new Headers(init?.headers), body });
      return fetch(input, init);
    },
    onChange: () => {},
  });
  return { ai, sent };
}

const SCHEMA = { type: 'object', properties: {}, required: [], additionalProperties: false };

function ask({ ai }: ReturnType<typeof access>, signal = new AbortController().signal) {
  const steps: string[] = [];
  const texts: string[] = [];
  const answer = openModel(ai, 'resolution_note').then((model) =>
    model.ask({
      system: 'the standing instructions',
      turns: [{ role: 'user', text: 'the record' }],
      schema: SCHEMA,
      max_tokens: 1_400,
      signal,
      onProgress(progress) {
        if (steps.at(-1) !== progress.step) steps.push(progress.step);
        if (progress.step === 'writing') texts.push(progress.text);
      },
    }),
  );
  return { answer, steps, texts };
}

describe('asking Claude', () => {
  it('sends one streamed request: cached instructions, the record, the form, no tools', async () => {
    fake.answer({ text: { note: 'done' } });
    const desk = access();
    const { answer } = ask(desk);
    expect(await answer).toMatchObject({ text: '{"note":"done"}', input_tokens: 812 });
    expect(desk.sent).toHaveLength(1);
    expect(desk.sent[0]?.url).toBe(`${fake.url}/v1/messages`);
    expect(desk.sent[0]?.body).toEqual({
      model: DEFAULT_SETTINGS.resolution_note_model,
      max_tokens: 1_400,
      stream: true,
      system: [
        {
          type: 'text',
          text: 'the standing instructions',
          cache_control: { type: 'ephemeral' },
        },
      ],
      messages: [{ role: 'user', content: 'the record' }],
      output_config: { format: { type: 'json_schema', schema: SCHEMA } },
      thinking: { type: 'disabled' },
    });
  });

  it('is counted for its session, usable or not', async () => {
    fake.answer({ text: 'cut', stop_reason: 'max_tokens' }, { text: 'fine' });
    const { ai } = access();
    const counted: unknown[] = [];
    const account = {
      requireBudget: async () => {},
      record: (...row: unknown[]) => void counted.push(row),
    };
    const model = await openModel(ai, 'resolution_note', { session_id: 4, account });
    const question = {
      system: 's',
      turns: [{ role: 'user' as const, text: 'r' }],
      schema: SCHEMA,
      max_tokens: 100,
      signal: new AbortController().signal,
    };
    await expect(model.ask(question)).rejects.toMatchObject({ code: 'AI_FAILED' });
    await model.ask(question);
    const usage = {
      model: DEFAULT_SETTINGS.resolution_note_model,
      input_tokens: 812,
      output_tokens: 1,
      cost_microdollars: 812 * 2 + 10,
    };
    expect(counted).toEqual([
      [4, 'resolution_note', usage],
      [4, 'resolution_note', usage],
    ]);
  });

  it('tells the text as it comes', async () => {
    fake.answer({ text: 'x'.repeat(240), tokens_a_second: 50 });
    const { answer, steps, texts } = ask(access());
    await answer;
    expect(steps).toEqual(['asking', 'writing']);
    expect(texts.length).toBeGreaterThan(5);
    expect(texts.at(-1)).toBe('x'.repeat(240));
  });

  it('waits for a limit as it is told to, says so, and goes on', async () => {
    fake.answer({ status: 429, retry_after: 1 }, { text: 'after all' });
    const started = Date.now();
    const { answer, steps } = ask(access());
    expect((await answer).text).toBe('after all');
    expect(Date.now() - started).toBeGreaterThanOrEqual(950);
    expect(steps).toEqual(['asking', 'waiting', 'writing']);
  });

  it('stops at once when told to', async () => {
    fake.answer({ text: 'x'.repeat(400), tokens_a_second: 20 });
    const controller = new AbortController();
    const { answer } = ask(access(), controller.signal);
    setTimeout(() => controller.abort(), 150);
    await expect(answer).rejects.toMatchObject({ code: 'CANCELLED' });
  });

  it('tries again without a word about thinking where a model wants its own way', async () => {
    fake.answer(
      { status: 400, message: 'thinking.type disabled is not supported for this model' },
      { text: 'fine' },
    );
    const desk = access();
    expect((await ask(desk).answer).text).toBe('fine');
    expect(desk.sent.map(({ body }) => 'thinking' in body)).toEqual([true, false]);
  });

  const faults: readonly (readonly [string, FakeAnswer, string, RegExp])[] = [
    ['a bad key', { status: 401 }, 'AUTH_FAILED', /does not accept the API key/],
    ['a key without the right', { status: 403 }, 'AUTH_FAILED', /may not do this/],
    [
      'an unknown model',
      { status: 404, message: 'model: claude-x' },
      'NOT_FOUND',
      /model is not known/,
    ],
    ['a wrong address', { status: 404, message: 'Not found' }, 'NOT_FOUND', /no Claude at/],
    ['no credit', { status: 402 }, 'AI_FAILED', /no credit/],
    ['a session too long', { status: 413 }, 'AI_FAILED', /too long for the AI/],
    ['a server fault', { status: 500 }, 'AI_FAILED', /has a fault \(500\)/],
    ['overload', { status: 529, type: 'overloaded_error' }, 'AI_FAILED', /overloaded/],
    ['a refused request', { status: 400, message: 'nonsense' }, 'AI_FAILED', /\(400\)/],
    ['a refusal', { text: 'no', stop_reason: 'refusal' }, 'AI_FAILED', /declined/],
    ['an answer cut off', { text: '{"a":', stop_reason: 'max_tokens' }, 'AI_FAILED', /cut off/],
    ['an empty answer', { text: ' ' }, 'AI_FAILED', /answered nothing/],
    [
      'a connection that breaks in the middle',
      { text: 'x'.repeat(4_000), tokens_a_second: 50, cut_after: 150 },
      'AI_FAILED',
      /broke off in the middle/,
    ],
  ];
  it.each(faults)('words %s for the technician', async (_, fault, code, words) => {
    fake.answer(fault);
    await expect(ask(access()).answer).rejects.toMatchObject({
      code,
      message: expect.stringMatching(words),
    });
  });

  it('says from when on a limit is over', async () => {
    fake.answer({ status: 429, retry_after: 1 });
    const started = Date.now();
    const failure = await ask(access()).answer.catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'RATE_LIMITED' });
    const { retry_at } = (failure as { details: { retry_at: number } }).details;
    expect(retry_at).toBeGreaterThanOrEqual(started + 1_000);
    expect(retry_at).toBeLessThanOrEqual(Date.now() + 1_000);
  });

  it('does not wait for a limit that holds long', async () => {
    fake.answer({ status: 429, retry_after: 90 });
    const started = Date.now();
    await expect(ask(access()).answer).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    expect(Date.now() - started).toBeLessThan(45_000);
    expect(fake.requests()).toHaveLength(1);
  });

  it('says that nothing answers there', async () => {
    await fake.stop();
    await expect(ask(access()).answer).rejects.toMatchObject({
      code: 'OFFLINE',
      message: expect.stringMatching(/Nothing answers/),
    });
    fake = await startFakeAnthropic();
  });

  it('takes no key from the environment, and no address', async () => {
    const { ANTHROPIC_API_KEY: key, ANTHROPIC_BASE_URL: address } = process.env;
    process.env.ANTHROPIC_API_KEY = 'sk-ant-of-somebody-else';
    process.env.ANTHROPIC_BASE_URL = 'http://127.0.0.1:9';
    try {
      fake.answer({ text: 'fine' });
      const desk = access();
      await ask(desk).answer;
      expect(JSON.stringify([...(desk.sent[0]?.headers ?? [])])).not.toContain('somebody');
      await expect(openModel(access(null).ai, 'resolution_note')).rejects.toMatchObject({
        code: 'NOT_CONFIGURED',
      });
    } finally {
      restore('ANTHROPIC_API_KEY', key);
      restore('ANTHROPIC_BASE_URL', address);
    }
  });
});

describe('the key', () => {
  it('is set and removed, and never part of an answer', async () => {
    const { ai } = access(null);
    expect(await ai.status()).toEqual({ state: 'no_key', has_key: false, key_storage: 'memory' });
    const set = await ai.setKey('sk-ant-canary');
    expect(set).toEqual({ state: 'ready', has_key: true, key_storage: 'memory' });
    expect(JSON.stringify(set)).not.toContain('canary');
    expect((await ai.removeKey()).state).toBe('no_key');
  });

  it('is tested by asking for the models', async () => {
    fake.answer({ text: '' });
    const models = await access().ai.models(new AbortController().signal);
    expect(models.length).toBeGreaterThan(0);
    await expect(access(null).ai.models(new AbortController().signal)).rejects.toMatchObject({
      code: 'NOT_CONFIGURED',
    });
  });
});

function restore(name: string, value: string | undefined) {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}
