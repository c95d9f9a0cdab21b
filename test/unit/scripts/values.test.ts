import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parameter } from '../../../electron/scripts/library/parameter.ts';
import { readValue, readValues } from '../../../electron/scripts/values.ts';
import type { TemplateLanguage } from '../../../shared/domain/script-template.ts';

type Type = Parameters<typeof parameter>[1];

function read(
  type: Type,
  typed: string,
  given: Parameters<typeof parameter>[3] = {},
  language: TemplateLanguage = 'powershell',
) {
  const reading = readValue(parameter('Value', type, 'The value', given), typed, language);
  return 'value' in reading ? reading.value : reading.problem;
}

describe('numbers', () => {
  test.each([
    ['30', '30'],
    [' 007 ', '7'],
    ['-0', '0'],
    ['0.50', '0.50'],
    ['-0.5', '-0.5'],
    ['000', '0'],
    ['999999999999999', '999999999999999'],
  ])('%j is read as %s', (typed, digits) => {
    expect(read('number', typed)).toEqual({ kind: 'number', digits });
  });

  test.each([
    'NaN',
    'Infinity',
    '1e999',
    '1e3',
    '0x1F',
    '0b1',
    '1_000',
    '1,5',
    '1.',
    '.5',
    '+1',
    '--1',
    '1 2',
    '1;id',
    '$(id)',
    '１２',
    '1234567890123456',
    '1\n2',
  ])('%j is refused in words', (typed) => {
    expect(read('number', typed)).toMatch(/^Write a number in digits/);
  });

  test('keep to their bounds', () => {
    const bounds = { minimum: 1, maximum: 65_535 };
    expect(read('number', '0', bounds)).toBe('At least 1.');
    expect(read('number', '65536', bounds)).toBe('At most 65535.');
    expect(read('number', '65535', bounds)).toEqual({ kind: 'number', digits: '65535' });
  });

  test('never reach a script as anything but digits', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.double().map(String), fc.integer().map(String)),
        (typed) => {
          const value = read('number', typed);
          if (typeof value === 'object' && value.kind === 'number') {
            expect(value.digits).toMatch(/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/);
            expect(Number(value.digits)).toBe(Number(typed.trim()) + 0);
          }
        },
      ),
    );
  });
});

describe('hosts', () => {
  test.each([
    'fs01',
    'fs01.example.local',
    'example.com.',
    '_dmarc.example.com',
    '10.0.4.21',
    '::1',
    '2001:db8::1',
    'a-b.c-d',
    'PRINT_01',
  ])('%j is one', (typed) => {
    expect(read('host', typed)).toEqual({ kind: 'text', text: typed });
  });

  test.each([
    '-x',
    '--help',
    'a b',
    'a;b',
    'a&b',
    '$(id)',
    'https://a.example/x',
    '10.0.4',
    '10.0.4.256',
    '1.2.3.4.5',
    'a..b',
    '.a',
    '-a.b',
    'a-.b',
    'fe80::1%eth0',
    'a'.repeat(64),
    `${'a.'.repeat(127)}abc`,
    'ü.example',
    "a'b",
    'a/b',
    'a\nb',
    'host:443',
    '%COMPUTERNAME%',
    '[::1]',
  ])('%j is none', (typed) => {
    expect(read('host', typed)).toEqual(expect.any(String));
  });
});

describe('texts', () => {
  test('keep line feeds and tabs; other line ends become line feeds', () => {
    expect(read('string', 'a\r\nb\tc\rd')).toEqual({ kind: 'text', text: 'a\nb\tc\nd' });
  });

  test.each([
    'a\0b',
    'a\u0007b',
    'a\u001B[2Jb',
    'a\u202Eb',
    'a\u200Bb',
    'a\uD800',
    'a\u0085b',
    'a\u2028b',
  ])('%j is refused', (typed) => {
    expect(read('string', typed)).toMatch(/cannot be seen|broken character/);
  });

  test('that would be read as an option are refused where a program could take them for one', () => {
    expect(read('string', '-rf', {}, 'bash')).toMatch(/read as an option/);
    expect(read('string', '/s', {}, 'cmd')).toMatch(/read as an option/);
    expect(read('string', '/var/log', {}, 'bash')).toEqual({ kind: 'text', text: '/var/log' });
    expect(read('string', '-Force', {}, 'powershell')).toEqual({ kind: 'text', text: '-Force' });
  });

  test('for the command prompt are told which character they cannot have', () => {
    expect(read('string', '100%', {}, 'cmd')).toContain('“%”');
    expect(read('string', 'a\nb', {}, 'cmd')).toContain('a line end');
    expect(read('string', 'C:\\Temp\\', {}, 'cmd')).toContain('Leave out the \\');
  });
});

describe('choices, switches, passwords', () => {
  test('a choice is one of them', () => {
    const choices = ['System', 'Application'];
    expect(read('choice', 'System', { choices })).toEqual({ kind: 'text', text: 'System' });
    expect(read('choice', 'Security', { choices })).toBe('Choose one of: System, Application.');
  });

  test('a switch is true or false, and off when nothing is given', () => {
    expect(read('switch', 'true')).toEqual({ kind: 'switch', on: true });
    expect(read('switch', '')).toEqual({ kind: 'switch', on: false });
    expect(read('switch', '1')).toMatch(/on or off/);
  });

  test('a password is taken as it is, or asked for', () => {
    expect(read('password', ' -p; $x ')).toEqual({ kind: 'secret', text: ' -p; $x ' });
    expect(read('password', '', { required: true })).toEqual({ kind: 'asked' });
    expect(read('password', 'a\nb')).toMatch(/one line/);
    expect(read('password', 'abc\u200B')).toMatch(/cannot be seen/);
    expect(read('password', 'abc', {}, 'cmd')).toMatch(/PowerShell/);
  });
});

describe('the values of a template', () => {
  const template = {
    language: 'powershell',
    parameters: [
      parameter('UserName', 'string', 'User', { required: true }),
      parameter('Days', 'number', 'Days', { default_value: '7' }),
      parameter('Limit', 'number', 'Limit'),
    ],
  } as const;

  test('take defaults, and nothing from what every object has', () => {
    const { filled, problems } = readValues(
      { ...template, parameters: [...template.parameters] },
      { UserName: 'anna' },
    );
    expect(problems).toEqual([]);
    expect(filled.map(({ value }) => value)).toEqual([
      { kind: 'text', text: 'anna' },
      { kind: 'number', digits: '7' },
      { kind: 'none' },
    ]);
    const odd = {
      language: 'powershell' as const,
      parameters: [parameter('constructor', 'string', 'Constructor', { required: true })],
    };
    expect(readValues(odd, {}).problems).toEqual([
      { parameter: 'constructor', message: 'Constructor is needed.' },
    ]);
  });

  test('that it does not know are a problem', () => {
    const values = { UserName: 'anna', Usr: 'x' };
    expect(
      readValues({ ...template, parameters: [...template.parameters] }, values).problems,
    ).toEqual([{ parameter: 'Usr', message: 'This script has no parameter of this name.' }]);
  });
});
