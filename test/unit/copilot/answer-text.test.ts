import { describe, expect, it } from 'vitest';
import { createAnswerText } from '../../../electron/copilot/chat/answer-text.ts';

function answerOf(pieces: readonly string[]): string {
  const answer = createAnswerText();
  for (const text of pieces) {
    answer.take({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } });
  }
  return answer.text();
}

describe('the text of an answer', () => {
  it.each([
    '\u001b[31mred\u001b[0m and plain',
    'a \u001b]0;title\u0007b',
    'one \u009b1mtwo\u009b0m three',
    'no sequence at all',
  ])('has no control sequence, wherever it was cut into pieces: %j', (text) => {
    const whole = answerOf([text]);
    expect(whole).not.toMatch(/\[|;/);
    for (let at = 1; at < text.length; at += 1) {
      expect(answerOf([text.slice(0, at), text.slice(at)])).toBe(whole);
    }
    expect(answerOf(Array.from(text))).toBe(whole);
  });
});
