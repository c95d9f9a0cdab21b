import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ticketRefSchema } from '../../../shared/domain/session.ts';
import {
  cleanText,
  controlSequences,
  hiddenCharacterOffsets,
  singleLine,
} from '../../../shared/text.ts';
import { cpuMilliseconds } from '../../fixtures/cpu-time.ts';

/** One of each kind of control sequence, as terminals, remote shells and pagers write them. */
const SEQUENCES = [
  '\u001b[31m',
  '\u001b[0m',
  '\u001b[1;38;5;196m',
  '\u001b[38:2::255:0:0m',
  '\u001b[2K',
  '\u001b[12;40H',
  '\u001b[?25l',
  '\u001b[?2004h',
  '\u001b[>0c',
  '\u001b[!p',
  '\u001b[[A',
  '\u009b31m',
  '\u009b2J',
  '\u001b]0;Administrator: cmd\u0007',
  '\u001b]8;;https://example.com\u001b\\',
  '\u001b]2;title\u009c',
  '\u009d0;title\u0007',
  '\u009d0;title\u009c',
  '\u001bP1$r0m\u001b\\',
  '\u001bPq#0;2;0;0;0\n#0~~@@\u001b\\',
  '\u0090q~~\u009c',
  '\u001bXtext\u001b\\',
  '\u001b^private\u001b\\',
  '\u001b_Gf=100;AAAA\u001b\\',
  '\u001b(B',
  '\u001b)0',
  '\u001b*A',
  '\u001b%G',
  '\u001b$(C',
  '\u001b#8',
  '\u001b F',
  '\u001bN',
  '\u008e',
  '\u001b7',
  '\u001b8',
  '\u001bM',
  '\u001bc',
  '\u001b=',
  '\u001b>',
] as const;

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

  it.each(SEQUENCES)('takes out a control sequence as a whole: %j', (sequence) => {
    expect(cleanText(`gra${sequence}nite`)).toEqual({ text: 'granite', removed: 1 });
    expect(cleanText(`${sequence}granite${sequence}`).text).toBe('granite');
  });

  it('takes out any number of sequences between the characters of a text', () => {
    const between = fc.array(fc.constantFrom(...SEQUENCES), { maxLength: 3 });
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z0-9 ]{1,20}$/),
        fc.array(between, { minLength: 1, maxLength: 21 }),
        (text, noise) => {
          const colored = Array.from(text, (one, index) =>
            [...(noise[index % noise.length] ?? []), one].join(''),
          ).join('');
          expect(cleanText(colored).text).toBe(text);
        },
      ),
    );
  });

  it.each([
    ['a key that was pressed', 'ls\u001bOA\u001bOD done', 'ls done'],
    ['a color that was cut off', 'red \u001b[31', 'red '],
    ['a color that a line end cut off', 'red \u001b[31\nnext', 'red \nnext'],
    ['a title that has no end', 'one \u001b]0;title\ntwo', 'one \ntwo'],
    ['a device string that has no end', 'one \u001bPdata\ntwo', 'one \ntwo'],
    ['an escape at the end', 'one\u001b', 'one'],
    ['an escape before a space', 'one\u001b two', 'one two'],
  ])('takes out %s', (_, raw, text) => {
    expect(cleanText(raw).text).toBe(text);
  });

  it.each([
    ['N\bNA\bAM\bME\bE', 'NAME'],
    ['_\bn_\ba_\bm_\be', 'name'],
    ['passx\bword', 'password'],
    ['abc\b\b\bxyz', 'xyz'],
    ['\ba', 'a'],
    ['a\n\bb', 'a\nb'],
    ['👩\bb', 'b'],
    ['P\u001b[1m\bPa', 'Pa'],
  ])('shows %j as a terminal does', (raw, text) => {
    expect(cleanText(raw).text).toBe(text);
  });

  it('leaves what only looks like a sequence', () => {
    const text = 'Array[31m] and \\x1b[31m, ^[[0m, [0m';
    expect(cleanText(text)).toEqual({ text, removed: 0 });
  });

  it('leaves nothing hidden, whatever comes in, and is stable', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom(...SEQUENCES, '\b', 'a', '[', '\u200b', '\n', '\r'))
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(anything, (raw) => {
        const { text } = cleanText(raw);
        expect(hiddenCharacterOffsets(text)).toEqual([]);
        expect(cleanText(text)).toEqual({ text, removed: 0 });
      }),
    );
  });

  it('says where the sequences are', () => {
    expect(controlSequences('a\u001b[31mb\u001b[0m')).toEqual([
      { from: 1, to: 6 },
      { from: 7, to: 11 },
    ]);
  });

  it.each([
    '\u001b',
    '\u001b[',
    '\u001b[1;',
    '\u001b]0;x',
    '\u001b]\u001bP',
    '\u001bP\n',
    '\u0090\n',
    '\u009d\u0090',
    '\u001b(',
    '\u001b ',
    'a\b',
    '\b',
    'a',
    '1;',
    '\u001b[1m\b',
  ])('takes time that grows with the text: %j repeated', async (part) => {
    const texts = [100_000, 400_000].map((length) => part.repeat(Math.ceil(length / part.length)));
    for (const text of texts) {
      expect(await cpuMilliseconds(() => cleanText(text))).toBeLessThan(text.length / 500);
    }
    const opened = [`\u001b[${part}`, `\u001b]${part}`, `\u001bP${part}`, `\u0090${part}`];
    for (const start of opened) {
      const text = start + part.repeat(Math.ceil(100_000 / part.length));
      expect(await cpuMilliseconds(() => cleanText(text))).toBeLessThan(200);
    }
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
