import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quoteForBash } from '../../../electron/scripts/quoting/bash.ts';
import { refusedByCmd, setForCmd } from '../../../electron/scripts/quoting/cmd.ts';
import { quoteForPowerShell } from '../../../electron/scripts/quoting/powershell.ts';
import { runs } from '../../exploring/runs.ts';
import { readPowerShellString } from './powershell-reader.ts';

/** Pieces that mean something to one shell or another. */
const PIECES = [
  "'",
  "''",
  '"',
  '`',
  '\\',
  '$',
  '$(',
  ')',
  '${',
  '}',
  '$x',
  '`x`',
  ';',
  '&',
  '|',
  '<',
  '>',
  '\n',
  '\t',
  '\r',
  ' ',
  '#',
  '!',
  '!!',
  '*',
  '?',
  '~',
  '%',
  '%PATH%',
  '^',
  '=',
  '\u2018',
  '\u2019',
  '\u201A',
  '\u201B',
  '\u201C',
  '\u201D',
  '\u2013',
  '\u0085',
  '\u2028',
  '\u00A0',
  '\u0001',
  '\u001B[2J',
  '\u007F',
  'é',
  '漢',
  '😀',
  '$(id)',
  "'; id; '",
  "'\"'\"'",
  '\\x27',
  "$'\\n'",
  '--',
  '-e',
  '(',
  '@',
];

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join('')),
);

const LONE_SURROGATE = /\p{Surrogate}/u;

describe('quoting for bash', () => {
  const writable = anyText.filter((text) => !text.includes('\0') && !LONE_SURROGATE.test(text));

  test('gives every value back exactly, read by the real bash', () => {
    fc.assert(
      fc.property(fc.array(writable, { minLength: 200, maxLength: 400 }), (values) => {
        const script = values
          .map((value) => `Value=${quoteForBash(value)}\nprintf '%s\\0' "$Value"`)
          .join('\n');
        const output = execFileSync('bash', ['--norc', '--noprofile', '-s'], {
          input: script,
        });
        expect(output.toString('utf8').split('\0').slice(0, -1)).toEqual(values);
      }),
      { numRuns: runs(25) },
    );
  });

  test('gives them back where several stand on one line', () => {
    fc.assert(
      fc.property(fc.array(writable, { minLength: 1, maxLength: 50 }), (values) => {
        const script = `printf '%s\\0' ${values.map(quoteForBash).join(' ')}`;
        const output = execFileSync('bash', ['--norc', '--noprofile', '-c', script]);
        expect(output.toString('utf8').split('\0').slice(0, -1)).toEqual(values);
      }),
      { numRuns: runs(40) },
    );
  });

  test('refuses what cannot be written at all', () => {
    for (const value of ['a\0b', 'a\uD800b', '\uDC00']) {
      expect(() => quoteForBash(value)).toThrow('cannot be written safely');
    }
  });
});

describe('quoting for PowerShell', () => {
  const writable = anyText.filter((text) => !/[\0\r]/.test(text) && !LONE_SURROGATE.test(text));

  test('gives every value back, read by the rules of its language', () => {
    fc.assert(
      fc.property(
        writable,
        fc.constantFrom('', '\n$x = 1', ' -AsPlainText', "'"),
        (value, rest) => {
          // What comes after begins with no quote in a script; one there must not change the value either.
          const after = rest === "'" ? " + 'x'" : rest;
          expect(readPowerShellString(quoteForPowerShell(value) + after)).toEqual({
            value,
            rest: after,
          });
        },
      ),
      { numRuns: runs(20_000) },
    );
  });

  test('doubles each of the five quotes by itself', () => {
    expect(quoteForPowerShell("it's")).toBe("'it''s'");
    expect(quoteForPowerShell('\u2018\u2019\u201A\u201B')).toBe(
      "'\u2018\u2018\u2019\u2019\u201A\u201A\u201B\u201B'",
    );
  });

  test('would be broken by a value with another quote in it, were only one kind doubled', () => {
    expect(readPowerShellString("'a\u2019; id #'").value).toBe('a');
  });

  test('refuses what cannot be written, or would not come back from a file', () => {
    for (const value of ['a\0b', 'a\uD800b', 'a\rb', 'a\r\nb']) {
      expect(() => quoteForPowerShell(value)).toThrow('cannot be written safely');
    }
  });
});

describe('quoting for the command prompt', () => {
  const allowed = /^[A-Za-z0-9 .\-_:\\/@,+=]*$/;

  test('takes what is on the list and nothing else', () => {
    fc.assert(
      fc.property(anyText, (value) => {
        if (allowed.test(value) && !value.endsWith('\n') && !value.endsWith('\\')) {
          expect(setForCmd('Name', value)).toBe(`set "Name=${value}"`);
        } else {
          expect(() => setForCmd('Name', value)).toThrow('cannot be written safely');
        }
      }),
      { numRuns: runs(5_000) },
    );
  });

  test('names the character that it refuses', () => {
    for (const character of [
      '%',
      '!',
      '^',
      '&',
      '|',
      '<',
      '>',
      '"',
      "'",
      '(',
      ')',
      '\n',
      'ü',
      '😀',
    ]) {
      expect(refusedByCmd(`ab${character}c`)).toBe(character);
    }
    expect(refusedByCmd('C:\\Users\\anna, +1=2 @x_y-z/.')).toBeNull();
  });
});
