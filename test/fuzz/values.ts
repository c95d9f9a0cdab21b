import fc from 'fast-check';
import { MARKDOWN } from '../fixtures/posting/desk.ts';

/** Scraps that texts are made of: what a technician types, and what breaks programs that read it. */
const SCRAPS = [
  'Outlook asks for the password again',
  'ticket #48213',
  '## Problem',
  '## Resolution\n\nThe profile was made anew.\n',
  '- Cleared the stored sign-in: no change.',
  'password: Kettle-41',
  '"quoted" AND (NEAR',
  "Robert'); DROP TABLE sessions;--",
  '{{UserName}} $(whoami) `id`',
  '<img src=x onerror=alert(1)>',
  '\u202Efdp.exe\u200B',
  '\0',
  '\uD800',
  '😀 👩‍💻',
  '%s %n ../../etc/passwd',
  '__proto__',
  'constructor',
  '*',
  ' ',
  '\r\n',
] as const;

/** A text of some scraps and some noise. */
export const prose: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...SCRAPS) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
      { weight: 1, arbitrary: fc.lorem({ maxCount: 6 }) },
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((scraps) => scraps.join(' '));

/** The smallest PNG there is, and things that are none. */
export const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** What `templates.export` writes. */
const TEMPLATE_FILE = JSON.stringify({
  format: 'resolutionflow-script-templates',
  version: 1,
  templates: [
    {
      name: 'Say it',
      language: 'powershell',
      body: 'Write-Output $Word',
      parameters: [{ name: 'Word', label: 'Word', type: 'string', required: true }],
    },
  ],
});

/** Stands for the path of a backup that the world has, if it has one. */
export const A_BACKUP = 'a backup';

/** What is worth sending under a name, so that calls get past their schema and reach a row that exists. */
export const NAMED: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  ticket_id: fc.constantFrom(48213, 48214, 48215, 1, 999_999_999),
  ticket_ref: fc.constantFrom('', '48213', 'CW #48214', ' #48215 ', '48213', 'INC-7'),
  template_key: fc.constantFrom(
    'shipped/ad-password-reset',
    'shipped/installed-software',
    'shipped/no-such-one',
    'own/1',
    'own/2',
  ),
  // Of templates, of settings in the keychain.
  key: fc.constantFrom('shipped/installed-software', 'own/1', 'own/1', 'own/2', 'sk-ant-other'),
  values: fc.constantFrom(
    { UserName: 'anna', NewPassword: 'Kettle-41' },
    { NamePart: 'Office' },
    { Word: 'Kettle-41' },
  ),
  data: fc.constantFrom(PICTURE, 'AAAA', '', PICTURE.slice(0, 40)),
  media_type: fc.constantFrom('image/png', 'image/png', 'image/gif'),
  url: fc.constantFrom('https://example.com/a', 'javascript:alert(1)', 'file:///etc/passwd', ''),
  ai_base_address: fc.constantFrom('https://api.anthropic.com', 'http://127.0.0.1:1', 'ftp://x'),
  file: fc.constantFrom('resolutionflow.db', '../../etc/passwd', '', A_BACKUP, A_BACKUP, '\0'),
  markdown: fc.oneof(fc.constantFrom(MARKDOWN.resolve, MARKDOWN.escalate), prose),
  // Where blocking checks are to be overridden, and where a script file is to be read.
  override_reason: fc.oneof({ weight: 4, arbitrary: prose }, fc.constant(undefined)),
  shown: fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, fc.constant({})),
  destination: fc.constantFrom(undefined, undefined, 'ticket', 'local'),
  text: fc.oneof({ weight: 4, arbitrary: prose }, fc.constant(TEMPLATE_FILE)),
  request_id: fc.constantFrom('one', 'two', 'three'),
};

/** Values that no field wants. What is here survives the structured clone between the processes. */
export const hostile: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    true,
    0,
    -1,
    1.5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    2 ** 53,
    Number.MIN_SAFE_INTEGER,
    10n,
    '',
    '1',
    '\uD800',
    [],
    {},
    [[[[]]]],
    new Date(0),
    new Map([['text', 'x']]),
    new Uint8Array(8),
    'x'.repeat(4_001),
  ),
  prose,
  fc.object({ maxDepth: 3, maxKeys: 4 }),
);

/** Keys that mean something to JavaScript itself, beside some that mean nothing here. */
export const strangeKey = fc.constantFrom(
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'then',
  'toJSON',
  '',
  'id',
  'state',
);
