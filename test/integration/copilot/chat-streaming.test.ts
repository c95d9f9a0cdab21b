import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../shared/errors.ts';
import { type FakeAnthropic, startFakeAnthropic } from '../../fakes/anthropic.ts';
import { openDesk, textsOf } from '../../fixtures/copilot/desk.ts';

let fake: FakeAnthropic;
beforeEach(async () => {
  fake = await startFakeAnthropic();
});
afterEach(() => fake.stop());

/** How long to wait for what takes a moment; a busy machine has longer ones. */
const PATIENCE = { timeout: 30_000, interval: 20 };

const later = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

describe('an answer of the copilot', () => {
  it('is streamed, told in pieces that join up, and kept with its cost', async () => {
    const text = 'Is it one user or all of them? '.repeat(20).trim();
    fake.answer({ text, tokens_a_second: 400 });
    const desk = await openDesk({ url: fake.url });
    const session = desk.newSession();
    const { message, answer } = await desk.send(session, 'Outlook asks for a password');
    expect(answer).toMatchObject({ author: 'copilot', state: 'streaming', reply_to: message.id });
    const kept = await desk.settled(answer);
    expect(kept).toMatchObject({ state: 'complete', body: text, failure: null, notices: [] });
    // 812 tokens read at 2 dollars a million, and those written at 10.
    const output_tokens = Math.ceil(text.length / 4);
    expect(kept.usage).toEqual({
      model: 'claude-sonnet-5-5',
      input_tokens: 812,
      output_tokens,
      cost_microdollars: 812 * 2 + output_tokens * 10,
    });
    expect(desk.store.usage.ofSession(session)).toMatchObject({ answers: 1, unpriced_answers: 0 });
    let told = '';
    for (const piece of desk.progress) {
      expect(piece.offset).toBe(told.length);
      told += piece.text;
    }
    expect(told).toBe(text);
    expect(desk.progress.length).toBeGreaterThan(3);
    expect(desk.ended).toEqual([{ session_id: session, message_id: kept.id, state: 'complete' }]);
    expect(desk.copilot.turn(session)).toBeNull();
  });

  it('is told of at most about twenty times a second', async () => {
    fake.answer({ text: 'word '.repeat(400), tokens_a_second: 2_000 });
    const desk = await openDesk({ url: fake.url });
    const started = performance.now();
    await desk.ask(desk.newSession(), 'Go on');
    const seconds = (performance.now() - started) / 1_000;
    expect(desk.progress.length).toBeLessThan(seconds * 20 + 6);
  });

  it('can be joined in the middle, and is on disk while it is written', async () => {
    fake.answer({ text: 'word '.repeat(800), tokens_a_second: 80 });
    const desk = await openDesk({ url: fake.url });
    const session = desk.newSession();
    const { answer } = await desk.send(session, 'Go on');
    await vi.waitFor(() => {
      const turn = desk.copilot.turn(session);
      expect(turn?.step).toBe('writing');
      expect(turn?.text.length).toBeGreaterThan(20);
      const row = desk.store.messages.get(answer?.id ?? 0);
      expect(row.state).toBe('streaming');
      expect(turn?.text.startsWith(row.body)).toBe(true);
      expect(row.body.length).toBeGreaterThan(10);
    }, PATIENCE);
    desk.copilot.stop(session);
  });

  it('stops at once when told to, and what came stays', async () => {
    fake.answer({ text: 'word '.repeat(400), tokens_a_second: 60 });
    const desk = await openDesk({ url: fake.url });
    const session = desk.newSession();
    const { answer } = await desk.send(session, 'Go on');
    await vi.waitFor(() => expect(desk.copilot.turn(session)?.text).toMatch(/^word/), PATIENCE);
    expect(desk.copilot.stop(session)).toBe(true);
    const kept = desk.store.messages.get(answer?.id ?? 0);
    expect(kept.state).toBe('stopped');
    expect(kept.body).toMatch(/^word/);
    // What was read is paid for, whether the answer was wanted or not.
    expect(kept.usage?.input_tokens).toBe(812);
    expect(desk.copilot.stop(session)).toBe(false);
    await later(300);
    expect(desk.store.messages.get(kept.id)).toEqual(kept);
    // The lane is free for the next one.
    fake.answer({ text: 'Fine.' });
    expect((await desk.ask(session, 'Shorter, please')).body).toBe('Fine.');
  });

  it('whose end could not be kept is kept with the next press, whole', async () => {
    fake.answer({ text: 'word '.repeat(40) }, { text: 'Fine.' });
    const desk = await openDesk({ url: fake.url });
    const session = desk.newSession();
    const { messages } = desk.store;
    const keep = vi.spyOn(messages, 'keepAnswer').mockImplementation(() => {
      throw new AppError('DISK_FULL', 'The disk is full.');
    });
    const { answer } = await desk.send(session, 'Go on');
    await vi.waitFor(() => expect(desk.ended).toHaveLength(1), PATIENCE);
    await vi.waitFor(() => expect(desk.copilot.turn(session)).toBeNull(), PATIENCE);
    expect(() => desk.copilot.stop(session)).toThrow(
      expect.objectContaining({ code: 'DISK_FULL' }),
    );
    keep.mockRestore();
    expect(desk.copilot.stop(session)).toBe(true);
    expect(messages.get(answer?.id ?? 0)).toMatchObject({
      state: 'complete',
      body: 'word '.repeat(40),
    });
    expect((await desk.ask(session, 'And now?')).body).toBe('Fine.');
  });

  it('is written in two sessions at once, but not twice in one', async () => {
    fake.answer(
      { text: 'first '.repeat(80), tokens_a_second: 120 },
      { text: 'second '.repeat(80), tokens_a_second: 120 },
    );
    const desk = await openDesk({ url: fake.url });
    const [one, other] = [desk.newSession(), desk.newSession()];
    const first = await desk.send(one, 'One');
    await later(150);
    const second = await desk.send(other, 'Other');
    await expect(desk.send(one, 'Again')).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(desk.store.messages.list(one)).toHaveLength(2);
    const answers = await Promise.all([desk.settled(first.answer), desk.settled(second.answer)]);
    expect(answers.map(({ body }) => body.slice(0, 5))).toEqual(['first', 'secon']);
    expect(answers.every(({ state }) => state === 'complete')).toBe(true);
  });

  it('ends quietly when its session is closed meanwhile', async () => {
    fake.answer({ text: 'word '.repeat(400), tokens_a_second: 60 });
    const desk = await openDesk({ url: fake.url });
    const session = desk.newSession();
    const { answer } = await desk.send(session, 'Go on');
    await later(300);
    desk.store.write_backs.closeLocally({
      session_id: session,
      kind: 'resolve',
      markdown: 'Gone.',
      digest: 'none',
      draft_markdown: null,
      draft_origin: null,
      sent: null,
      audit: [],
    });
    desk.copilot.sessionChanged(session);
    expect(desk.store.messages.get(answer?.id ?? 0).state).toBe('stopped');
    await expect(desk.send(session, 'More')).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('is kept as interrupted when the app quits, and when it is killed', async () => {
    fake.answer({ text: 'word '.repeat(400), tokens_a_second: 60 });
    const desk = await openDesk({ url: fake.url });
    const session = desk.newSession();
    const { answer } = await desk.send(session, 'Go on');
    await later(400);
    desk.copilot.close();
    const kept = desk.store.messages.get(answer?.id ?? 0);
    expect(kept.state).toBe('interrupted');
    expect(kept.body).toMatch(/^word/);
    await expect(desk.send(session, 'More')).rejects.toMatchObject({ code: 'CANCELLED' });
    // A row that a kill left behind.
    const left = desk.store.messages.startAnswer({
      session_id: session,
      reply_to: kept.reply_to ?? 0,
    });
    desk.leave();
    const again = await openDesk({ url: fake.url, folder: desk.folder });
    expect(again.store.messages.get(left.id).state).toBe('interrupted');
  });

  it('is not asked for without a key, and the message stays', async () => {
    const desk = await openDesk({ url: fake.url, key: null });
    const session = desk.newSession();
    const { message, answer } = await desk.send(session, 'A note to myself');
    expect(answer).toBeNull();
    expect(desk.store.messages.list(session)).toEqual([message]);
    expect(desk.sent).toHaveLength(0);
    await expect(desk.copilot.retry(message.id)).rejects.toMatchObject({ code: 'NOT_CONFIGURED' });
  });
});

describe('an answer that is not wanted as it is', () => {
  it('is written anew', async () => {
    fake.answer({ text: 'First.' }, { text: 'Second.' });
    const desk = await openDesk({ url: fake.url });
    const session = desk.newSession();
    const first = await desk.ask(session, 'Go on');
    const { answer } = await desk.copilot.retry(first.id);
    const second = await desk.settled(answer);
    expect(second).toMatchObject({ body: 'Second.', reply_to: first.reply_to });
    expect(desk.store.messages.list(session).map(({ body }) => body)).toEqual(['Go on', 'Second.']);
    expect(JSON.stringify(desk.sent[1]?.messages)).not.toContain('First.');
    await expect(desk.copilot.retry(first.id)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('is written anew to what the technician added meanwhile', async () => {
    fake.answer({ status: 400, message: 'nonsense' }, { text: 'Now it works.' });
    const desk = await openDesk({ url: fake.url });
    const session = desk.newSession();
    const failed = await desk.ask(session, 'Go on');
    expect(failed.state).toBe('failed');
    const note = desk.store.messages.add({
      session_id: session,
      author: 'technician',
      body: 'It also happens on the phone.',
    });
    const { answer } = await desk.copilot.retry(failed.id);
    expect((await desk.settled(answer)).reply_to).toBe(note.id);
    expect(textsOf(desk.sent[1]).join('\n')).toContain('It also happens on the phone.');
    expect(desk.store.messages.list(session)).toHaveLength(4);
  });

  it('goes when its question is put in other words', async () => {
    fake.answer(
      {
        text: 'Old answer.',
        tools: [{ name: 'suggest_check', input: { instruction: 'Ask whom else', meaning: '' } }],
      },
      { text: 'Old answer, second round.' },
      { text: 'New answer.' },
    );
    const desk = await openDesk({ url: fake.url });
    const session = desk.newSession();
    const old = await desk.ask(session, 'Old question');
    const { answer } = await desk.send(session, 'New question', { replaces: old.reply_to ?? 0 });
    await desk.settled(answer);
    expect(desk.store.messages.list(session).map(({ body }) => body)).toEqual([
      'New question',
      'New answer.',
    ]);
    expect(desk.store.snapshot(session).checks).toEqual([]);
    expect(JSON.stringify(desk.sent.at(-1)?.messages)).not.toContain('Old question');
    const elsewhere = desk.newSession();
    await expect(
      desk.send(elsewhere, 'Mine', { replaces: answer?.reply_to ?? 0 }),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(desk.store.messages.list(elsewhere)).toEqual([]);
  });
});
