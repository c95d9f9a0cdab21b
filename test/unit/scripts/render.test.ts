import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parameter } from '../../../electron/scripts/library/parameter.ts';
import { renderScript } from '../../../electron/scripts/render.ts';
import { scriptFile } from '../../../electron/scripts/script-file.ts';
import { readValues } from '../../../electron/scripts/values.ts';
import type { TemplateContent } from '../../../shared/domain/script-template.ts';
import { runs } from '../../exploring/runs.ts';
import { readPowerShellString } from './powershell-reader.ts';

const TEMPLATE: TemplateContent = {
  name: 'A script',
  language: 'powershell',
  description: '',
  body: 'Write-Output "$UserName" {{UserName}} %UserName%\n',
  parameters: [
    parameter('UserName', 'string', 'User'),
    parameter('NewPassword', 'password', "User's\u2019 $password"),
  ],
  changes_system: false,
  undo: '',
  needs_administrator: false,
};

function render(
  given: Partial<TemplateContent>,
  values: Record<string, string>,
  secrets: 'covered' | 'included' = 'included',
) {
  const template = { ...TEMPLATE, ...given };
  return renderScript(template, readValues(template, values).filled, secrets);
}

describe('a script', () => {
  test('without parameters is its body, byte for byte', () => {
    const body = '  Get-Date\r\n\n';
    expect(render({ body, parameters: [] }, {})).toBe(body);
  });

  test('has its values in front, and nothing in its own text', () => {
    expect(
      render({}, { UserName: "O'Neil $(id)", NewPassword: 'a\u2019b' }),
    ).toBe(`# Filled in by ResolutionFlow from: A script
& {
$UserName = 'O''Neil $(id)'
$NewPassword = ConvertTo-SecureString -String 'a\u2019\u2019b' -AsPlainText -Force

Write-Output "$UserName" {{UserName}} %UserName%
}
`);
  });

  test('asks for a secret in the same type, covered or not given', () => {
    const asks = "$NewPassword = Read-Host -AsSecureString -Prompt 'User s password'";
    const covered = render({}, { NewPassword: 'Kettle-41' }, 'covered');
    expect(covered).toContain(`(secret) - typed in, and in the copied script only\n${asks}\n`);
    expect(covered).not.toContain('Kettle');
    expect(render({}, {})).toContain(`$UserName = ''\n${asks}\n\n`);
  });

  test('for the command prompt is lines that do not echo themselves', () => {
    const parameters = [parameter('Target', 'host', 'x'), parameter('All', 'switch', 'x')];
    const body = '@ping %Target%\n';
    expect(
      render(
        { language: 'cmd', name: 'Ping & Größe %PATH%\n@del *', body, parameters },
        { Target: 'fs01' },
      ),
    ).toBe(`@rem Filled in by ResolutionFlow from: Ping Gr_e PATH del
@set "Target=fs01"
@set "All=false"

@ping %Target%
`);
  });

  test('cannot be left by its name, in any language', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.constantFrom('#>', '`', '\n;', '\r', '^&', '%CD%'),
        ),
        fc.constantFrom('powershell', 'bash', 'cmd'),
        (name, language) => {
          const parameters = [parameter('Target', 'host', 'x')];
          const [first, second] = render({ name, language, parameters, body: 'x' }, {}).split('\n');
          expect(first).toMatch(
            /^(?:#|@rem) Filled in by ResolutionFlow from:[\p{L}\p{M}\p{N} .,:()_-]*$/u,
          );
          expect(second).toBe({ powershell: '& {', bash: '(', cmd: '@set "Target="' }[language]);
        },
      ),
    );
  });

  test('of PowerShell gives every value back that is let in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const { filled, problems } = readValues(TEMPLATE, { UserName: typed });
        if (problems.length > 0 || typed.trim() === '') return;
        const script = renderScript(TEMPLATE, filled, 'included');
        const start = script.indexOf('$UserName = ') + '$UserName = '.length;
        const { value, rest } = readPowerShellString(script.slice(start));
        expect(value).toBe(typed.replace(/\r\n?/g, '\n'));
        expect(rest.startsWith('\n$NewPassword = Read-Host')).toBe(true);
      }),
      { numRuns: runs(2_000) },
    );
  });
});

describe('a script as a file', () => {
  const some = { name: 'Reset.ps1', body: 'a\nb' };

  test.each([
    ['powershell', 'Reset.ps1', '\uFEFFa\r\nb\r\n'],
    ['cmd', 'Reset.ps1.cmd', 'a\r\nb\r\n'],
    ['bash', 'Reset.ps1.sh', 'a\nb\n'],
    ['other', 'Reset.ps1.txt', 'a\nb\n'],
  ] as const)('of %s', (language, suggested_name, text) => {
    expect(scriptFile({ ...some, language })).toMatchObject({ suggested_name, text });
  });
});
