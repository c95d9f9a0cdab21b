import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSecretGuard, REDACTED } from '../../../electron/secrets/index.ts';
import { cleanText } from '../../../shared/text.ts';
import { SCENARIOS } from '../../corpus/index.ts';
import { runs } from '../../exploring/runs.ts';
import { cpuMilliseconds } from '../../fixtures/cpu-time.ts';
import { TUNING } from '../../fixtures/secrets/tuning.ts';
import { arbitraryPassword, CODES, SPELLINGS } from './spellings.ts';

const around = fc.constantFrom(
  ['', ''],
  ['I signed in with ', ' and it went on.'],
  ['value="', '"'],
  ['Password: ', '\nnext line'],
  ['(', ')'],
);

function redacted(value: string, text: string): string {
  const guard = createSecretGuard();
  guard.remember(value);
  return guard.redactKnown(text);
}

describe('a known password', () => {
  it.each(SPELLINGS)('is found when written with $name', ({ write }) => {
    fc.assert(
      fc.property(arbitraryPassword, around, (value, [before = '', after = '']) => {
        const written = write(value);
        const text = redacted(value, `${before}${written}${after}`);
        expect(text).toContain(REDACTED);
        expect(text).not.toContain(written);
        expect(text.startsWith(before.trim())).toBe(true);
        expect(text.endsWith(after.trim())).toBe(true);
      }),
      { numRuns: runs(40) },
    );
  });

  // Wide characters in two-byte code are the one pair that is not read.
  const pairs = CODES.flatMap((inner) => CODES.map((outer) => ({ inner, outer }))).filter(
    ({ inner, outer }) => inner.name !== 'full width' || !outer.name.endsWith('of UTF-16'),
  );

  it.each(pairs)('is found in $inner.name within $outer.name', ({ inner, outer }) => {
    fc.assert(
      fc.property(arbitraryPassword, (value) => {
        const written = outer.write(inner.write(value));
        expect(redacted(value, `It was ${written} there.`)).not.toContain(written);
      }),
      { numRuns: runs(4) },
    );
  });

  it('is found however it was colored, before and after the text was cleaned', () => {
    const sequences = [
      '\u001b[31m',
      '\u009b0m',
      '\u001b]0;x\u0007',
      '\u001b(B',
      '\u001bN',
      '\u001b[K',
    ];
    const colors = fc.array(fc.constantFrom('', ...sequences), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(arbitraryPassword, colors, (value, parts) => {
        const colored = Array.from(value, (one, at) => `${parts[at % parts.length]}${one}`).join(
          '',
        );
        expect(redacted(value, `is ${colored} now`)).toMatch(/^is .*\(secret\) now$/s);
        expect(redacted(value, cleanText(`is ${colored} now`).text)).toBe(`is ${REDACTED} now`);
      }),
    );
  });

  it.each(['4821', 'Xy7q', 'K9-q'])(
    'of few characters is found as a word of its own: %s',
    (value) => {
      for (const write of [
        (text: string) => text,
        (text: string) => `"${text}"`,
        (text: string) => `**${text}**`,
        (text: string) => text.replace(/./g, '$&\u001b[0m'),
        (text: string) => Buffer.from(text).toString('base64'),
        (text: string) => Buffer.from(text).toString('hex'),
      ]) {
        expect(redacted(value, `see ${write(value)} there`)).toContain(REDACTED);
      }
      for (const text of [`a${value}`, `${value}0`, value.split('').join('_x'), `7${value}7`]) {
        expect(redacted(value, `see ${text} there`)).toBe(`see ${text} there`);
      }
    },
  );
});

describe('a text without the password', () => {
  it.each([
    ['Summer2024', 'In the summer of 2024, and in summer 2024 too.'],
    ['Summer2024!', 'In Summer 2024 it worked.'],
    ['blueKettle', 'The blue kettle, a Blue Kettle and blue. Kettle'],
    ['rainbow', 'r. a. i. n. b, o. w'],
    ['135790', 'Call 135-790 or 2135790, at 13.57.90, serial 1357901'],
    ['test1234', 'test 1, test 2, test 3 and test 4'],
    ['Ab1-Cd2', 'Ab1 is not, Cd2'],
    ['ticket7', 'Ticket 7 was closed with tickets 71.'],
    ['2024', 'CVE-2024x, 20240, v12024'],
  ])('stays as it is: %s', (value, text) => {
    expect(redacted(value, text)).toBe(text);
  });

  it('is every text of the corpus, for passwords that are not in it', async () => {
    const guard = createSecretGuard();
    const values = fc.sample(arbitraryPassword, { numRuns: 40, seed: 7 });
    for (const value of [...values, '7351', 'Qx4z', 'Granite9', '20260']) guard.remember(value);
    const alarms: string[] = [];
    for (const text of textsIn(SCENARIOS)) {
      const sure = (await guard.find(text)).filter(({ kind }) => kind !== 'doubt');
      alarms.push(
        ...sure.map(({ from, to, label }) => `${label}: ${text.slice(from, to)} in ${text}`),
      );
    }
    expect(alarms).toEqual([]);
  });

  it('is a line that only looks like it holds a password', () => {
    const guard = createSecretGuard();
    for (const value of fc.sample(arbitraryPassword, { numRuns: 40, seed: 9 }))
      guard.remember(value);
    for (const text of TUNING.lookalikes) expect(guard.redactKnown(text)).toBe(text);
  });
});

/** Every text in a value, however deep. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => (key === 'secrets' ? [] : textsIn(one)));
}

describe('searching for twenty passwords', () => {
  const guard = createSecretGuard();
  for (const value of fc.sample(arbitraryPassword, { numRuns: 20, seed: 3 })) guard.remember(value);

  it.each([
    'A plain sentence about Outlook 365 on WS-FIN-07. ',
    'C:\\temp\\new\\x64 at 10.20.30.44 id=%20\n',
    'a',
    'A1',
    '\\u0041',
    '%2541',
    '&amp;#65;',
    '=3D\n',
    '\\x1b[31m',
    '\u001b[31m',
    '<b>',
    '65, ',
    '0x41 ',
    '[char]65+',
    'QUJD',
    'QUJD\n',
    '01000001 ',
    'ÃÂ',
    '\b',
    'x\b',
    'Ａ',
    '`n',
    '-._/',
  ])('takes time that grows with the text: %j repeated', async (part) => {
    const text = part.repeat(Math.ceil(100_000 / part.length));
    guard.redactKnown(text);
    // Far above what was measured, 10 to 60 ms, for a slow machine; far below what a square would take.
    expect(await cpuMilliseconds(() => guard.redactKnown(text))).toBeLessThan(1_000);
  });
});
