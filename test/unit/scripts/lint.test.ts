import { describe, expect, test } from 'vitest';
import { parameter } from '../../../electron/scripts/library/parameter.ts';
import { lintTemplate } from '../../../electron/scripts/lint/index.ts';
import type { TemplateContent } from '../../../shared/domain/script-template.ts';
import { LIMITS } from '../../../shared/limits.ts';
import { cpuMilliseconds } from '../../fixtures/cpu-time.ts';

function lint(given: Partial<TemplateContent>) {
  return lintTemplate({
    name: 'A script',
    language: 'powershell',
    description: '',
    body: 'Write-Output $UserName',
    parameters: [parameter('UserName', 'string', 'User')],
    changes_system: false,
    undo: '',
    needs_administrator: false,
    ...given,
  }).map(({ message, line, blocking }) => `${blocking ? 'no' : 'hm'} ${line ?? '-'} ${message}`);
}

describe('parameters that keep a template from being saved', () => {
  test.each([
    ['powershell', 'Args'],
    ['powershell', 'input'],
    ['powershell', 'Host'],
    ['powershell', 'ErrorActionPreference'],
    ['bash', 'PATH'],
    ['bash', 'IFS'],
    ['bash', 'BASH_ENV'],
    ['bash', 'LD_PRELOAD'],
    ['cmd', 'Path'],
    ['cmd', 'errorlevel'],
    ['cmd', 'UserName'],
  ] as const)('%s: %s is a variable of its own', (language, name) => {
    const body = language === 'cmd' ? `echo %${name}%` : `echo $${name}`;
    const problems = lint({ language, body, parameters: [parameter(name, 'string', 'x')] });
    expect(problems).toEqual([expect.stringMatching(new RegExp(`^no - ${name} is a variable of`))]);
  });

  test('bash has names of its own in capitals only', () => {
    const parameters = [parameter('Path', 'string', 'x')];
    expect(lint({ language: 'bash', body: 'ls -- "$Path"', parameters })).toEqual([]);
  });

  test('two of one name, as the shell tells them apart', () => {
    const parameters = [
      parameter('User', 'string', 'x'),
      parameter('USER_', 'string', 'x'),
      parameter('user', 'string', 'x'),
    ];
    const body = 'Write-Output $User $USER_';
    expect(lint({ body, parameters })).toEqual([
      'no - There are two parameters named user. Rename one.',
    ]);
  });

  test('a password in cmd, and one with a default', () => {
    const password = parameter('Secret', 'password', 'x', { default_value: 'abc' });
    expect(lint({ body: 'x $Secret', parameters: [password] })).toEqual([
      'no - Secret: a password cannot have a default. Leave it empty.',
    ]);
    expect(
      lint({
        language: 'cmd',
        body: 'x %Secret%',
        parameters: [{ ...password, default_value: '' }],
      }),
    ).toEqual([expect.stringContaining('no - Secret: the command prompt has no safe way')]);
  });

  test('choices, bounds and defaults that do not hold', () => {
    const body = 'x $A $B $C $D';
    expect(
      lint({
        body,
        parameters: [
          parameter('A', 'choice', 'x'),
          parameter('B', 'choice', 'x', { choices: ['a', 'a'] }),
          parameter('C', 'number', 'x', { minimum: 9, maximum: 1 }),
          parameter('D', 'host', 'x', { default_value: 'not a host' }),
        ],
      }),
    ).toEqual([
      'no - A: a choice needs something to choose from.',
      'no - B: the same choice stands there twice.',
      'no - C: the smallest number is larger than the largest.',
      expect.stringContaining('no - D: the default does not fit.'),
    ]);
  });

  test('a param block, which could not stay the first thing', () => {
    const body = '<# help #>\n# more\nparam([string]$UserName)\nWrite-Output $UserName';
    expect(lint({ body })).toEqual([
      expect.stringContaining('no 3 param has to be the first thing'),
    ]);
    expect(lint({ body, parameters: [] })).toEqual([]);
  });
});

describe('advice', () => {
  test('a parameter that is never used, and a variable that looks like one', () => {
    expect(lint({ body: 'Write-Output 1\nWrite-Output $UserNmae' })).toEqual([
      'hm - The script never uses the parameter UserName.',
      'hm 2 UserNmae is not set anywhere. Is the parameter UserName meant?',
    ]);
    const braces = '$' + '{UserName}';
    expect(lint({ body: `$Users = 1\nWrite-Output $Users ${braces}` })).toEqual([]);
    expect(lint({ body: 'foreach ($UserNam in 1, 2) { $UserNam; $script:UserName }' })).toEqual([]);
  });

  test('capitals count in bash, and arithmetic is a use', () => {
    const parameters = [parameter('Count', 'number', 'x')];
    expect(lint({ language: 'bash', body: 'echo "$count"', parameters })).toEqual([
      'hm - The script never uses the parameter Count.',
      'hm 1 count is not set anywhere. Is the parameter Count meant?',
    ]);
    expect(lint({ language: 'bash', body: 'echo $((Count + 1))', parameters })).toEqual([]);
    expect(
      lint({ language: 'bash', body: 'for Coun in a; do echo "$Coun $Count"; done', parameters }),
    ).toEqual([]);
    expect(
      lint({
        language: 'bash',
        body: 'while read -r Coun; do echo "$Coun $Count"; done',
        parameters,
      }),
    ).toEqual([]);
  });

  test('blanks of other tools', () => {
    expect(lint({ body: 'Get-ADUser $UserName {{user name}}\necho %username%' })).toEqual([
      'hm 1 Nothing is put in the place of {{user name}}. Use a variable: $Name.',
      'hm 2 %UserName% is how the command prompt names a variable. Here it is $UserName.',
    ]);
  });

  test('values that would be read as code again', () => {
    for (const body of [
      'Invoke-Expression "dir $UserName"',
      'cmd /c "dir $UserName"',
      'Get-ADUser -Filter "Name -eq \'$UserName\'"',
    ]) {
      expect(lint({ body })).toEqual([
        expect.stringMatching(/^hm 1 (?:Here a value is read|A quote in)/),
      ]);
    }
    expect(lint({ language: 'bash', body: 'eval "ls $UserName"' })).toHaveLength(1);
    expect(lint({ body: 'Invoke-Expression "dir"\nWrite-Output $UserName' })).toEqual([]);
  });

  test('characters that cannot be seen', () => {
    expect(lint({ body: 'a\r\nWrite-Output $UserName # \u202E' })).toEqual([
      'hm 2 There are characters here that cannot be seen. They are taken out on saving.',
    ]);
  });
});

describe('a hostile body', () => {
  test.each([
    ['one long line of variables', (n: number) => '$UserNam1 '.repeat(n / 10)],
    ['open brackets', (n: number) => ' a['.repeat(n / 3)],
    ['reads without an end', (n: number) => 'read '.repeat(n / 5)],
    ['comments', (n: number) => '<#'.repeat(n / 2)],
    ['blank lines', (n: number) => '\n#'.repeat(n / 2)],
    ['filters', (n: number) => '-Filter  "'.repeat(n / 10)],
    ['braces', (n: number) => '{{ a '.repeat(n / 5)],
    ['per cents', (n: number) => '%a:'.repeat(n / 3)],
    ['spaces', (n: number) => `$a${' '.repeat(n - 2)}`],
    ['letters', (n: number) => 'read a'.padEnd(n, 'a')],
    [
      'different variables',
      (n: number) => Array.from({ length: n / 10 }, (_, i) => `$UserN${i}`).join(' '),
    ],
  ])('is read in a moment: %s', async (_, make) => {
    const body = make(LIMITS.script_body);
    const parameters = Array.from({ length: LIMITS.script_parameters }, (_, index) =>
      parameter(`UserName${index}`, 'string', 'x'),
    );
    for (const language of ['powershell', 'bash', 'cmd'] as const) {
      expect(await cpuMilliseconds(() => lint({ language, body, parameters }))).toBeLessThan(1_500);
    }
  });
});
