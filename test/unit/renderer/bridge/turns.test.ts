import { describe, expect, it } from 'vitest';
import { createTurns, joinPiece } from '../../../../renderer/bridge/turns.ts';
import type { CopilotTurn } from '../../../../shared/domain/ai.ts';

const SESSION = 3;

const piece = (offset: number, text: string, message_id = 7) => ({
  session_id: SESSION,
  message_id,
  step: 'writing' as const,
  offset,
  text,
  output_tokens: offset + text.length,
  started_at: 1_000,
});

const whole = (text: string, message_id = 7): CopilotTurn => ({
  session_id: SESSION,
  message_id,
  step: 'writing',
  text,
  output_tokens: text.length,
  started_at: 1_000,
});

const ended = (message_id = 7) => ({ session_id: SESSION, message_id, state: 'complete' as const });

/** Turns whose questions are answered by hand. */
function asked() {
  const answers: ((turn: CopilotTurn | null) => void)[] = [];
  const turns = createTurns(() => new Promise((resolve) => answers.push(resolve)));
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  return {
    turns,
    asks: () => answers.length,
    text: () => turns.get(SESSION)?.text,
    async answer(turn: CopilotTurn | null) {
      answers.at(-1)?.(turn);
      await settle();
    },
  };
}

describe('joinPiece', () => {
  it('appends at the end, skips what is known, and refuses a gap', () => {
    expect(joinPiece('abc', { offset: 3, text: 'de' })).toBe('abcde');
    expect(joinPiece('abc', { offset: 1, text: 'bcd' })).toBe('abcd');
    expect(joinPiece('abc', { offset: 0, text: 'ab' })).toBe('abc');
    expect(joinPiece('abc', { offset: 4, text: 'e' })).toBeNull();
  });
});

describe('turns', () => {
  it('grow by their pieces, which may come twice', () => {
    const { turns, text, asks } = asked();
    turns.progress(piece(0, 'It is '));
    turns.progress(piece(6, 'the DNS'));
    turns.progress(piece(6, 'the DNS'));
    turns.progress(piece(13, '.'));
    expect(text()).toBe('It is the DNS.');
    expect(asks()).toBe(0);
  });

  it('ask for the whole after a gap, once, and join what came meanwhile', async () => {
    const { turns, text, asks, answer } = asked();
    turns.progress(piece(0, 'It '));
    turns.progress(piece(6, 'the'));
    expect(text()).toBe('It ');
    turns.progress(piece(9, ' DNS'));
    turns.progress(piece(13, '.'));
    expect(asks()).toBe(1);
    await answer(whole('It is the DN'));
    expect(text()).toBe('It is the DNS.');
    expect(asks()).toBe(1);
  });

  it('ask again where the answer was too old to join on', async () => {
    const { turns, text, asks, answer } = asked();
    turns.progress(piece(4, 'x'));
    turns.progress(piece(6, 'z'));
    await answer(whole('ab'));
    expect(asks()).toBe(2);
    await answer(whole('abcdxyz'));
    expect(text()).toBe('abcdxyz');
  });

  it('never shrink, whatever an old answer says', async () => {
    const { turns, text, answer } = asked();
    turns.progress(piece(0, 'abcdef'));
    void turns.sync(SESSION);
    await answer(whole('abc'));
    expect(text()).toBe('abcdef');
  });

  it('keep the text when the question fails', async () => {
    const turns = createTurns(() => Promise.reject(new Error('gone')));
    turns.progress(piece(0, 'abc'));
    await turns.sync(SESSION);
    expect(turns.get(SESSION)?.text).toBe('abc');
  });

  it('start anew with the next message', () => {
    const { turns, text } = asked();
    turns.progress(piece(0, 'one'));
    turns.ended(ended());
    turns.progress(piece(0, 'two', 8));
    expect(text()).toBe('two');
    expect(turns.get(SESSION)?.ended).toBe(false);
  });

  it('stay in sight when they have ended, until the session brings them', () => {
    const { turns, text } = asked();
    turns.progress(piece(0, 'one'));
    turns.ended(ended());
    expect(turns.get(SESSION)).toMatchObject({ text: 'one', ended: true });
    turns.forget(SESSION, 7);
    expect(text()).toBeUndefined();
  });

  it('are not brought back by what comes late', async () => {
    const { turns, answer } = asked();
    turns.progress(piece(0, 'one'));
    void turns.sync(SESSION);
    turns.progress(piece(3, ' more'));
    turns.ended(ended());
    turns.forget(SESSION, 7);
    await answer(whole('one'));
    turns.progress(piece(8, '!'));
    expect(turns.get(SESSION)).toBeUndefined();
  });

  it('keep sessions apart, and tell who listens', () => {
    const { turns } = asked();
    let told = 0;
    const leave = turns.subscribe(() => told++);
    turns.progress(piece(0, 'here'));
    turns.progress({ ...piece(0, 'there', 9), session_id: 4 });
    leave();
    turns.progress(piece(4, '!'));
    expect(told).toBe(2);
    expect(turns.get(4)?.text).toBe('there');
  });
});
