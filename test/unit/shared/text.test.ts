import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ticketRefSchema } from '../../../shared/domain/session.ts';
import { cleanText, hiddenCharacterOffsets, singleLine } from '../../../shared/text.ts';

describe('cleaning text', () => {
  it('takes out control, bidirectional and zero-width characters and counts them', () => {
    expect(cleanText('a\u0000b\u202Ec\u200Bd\uFEFFe\u00ADf')).toEqual({
      text: 'abcdef',
      removed: 5,
    });
  });

  it('keeps tabs, line feeds, joiners and direction marks', () => {
    const text = 'a\tb\nمی‌خواهم 👩‍💻 \u200Fשלום';
    expect(cleanText(text)).toEqual({ text, removed: 0 });
  });

  it('unifies line ends', () => {
    expect(cleanText('a\r\nb\rc').text).toBe('a\nb\nc');
  });

  it('leaves nothing hidden, whatever comes in, and is stable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        const { text } = cleanText(raw);
        expect(hiddenCharacterOffsets(text)).toEqual([]);
        expect(cleanText(text)).toEqual({ text, removed: 0 });
      }),
    );
  });

  it('folds a text into one line', () => {
    expect(singleLine('  a\n\tb  c ')).toBe('a b c');
  });
});

describe('ticket number', () => {
  it.each(['48213', '#48213', 'CW #48213', 'cw48213', ' 48213 '])('reads %s', (typed) => {
    expect(ticketRefSchema.parse(typed)).toBe('48213');
  });

  it('takes empty as no ticket', () => {
    expect(ticketRefSchema.parse(' ')).toBeNull();
  });

  it.each(['INC-7', '0', '12 34', '123456789012'])('refuses %s', (typed) => {
    expect(ticketRefSchema.safeParse(typed).success).toBe(false);
  });
});
