import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  COMMANDS,
  commandBeingTyped,
  completionsFor,
} from '../../../../renderer/lane/command-list.ts';
import { readComposer, refusedPaste } from '../../../../renderer/lane/slash-command.ts';

describe('what stands in the composer', () => {
  it('is a message unless it begins with a command', () => {
    expect(readComposer('  Phone is fine.\n')).toEqual({ type: 'message', body: 'Phone is fine.' });
    expect(readComposer(' /fact kept as a message')).toMatchObject({ type: 'message' });
    expect(readComposer('/etc/hosts was edited')).toMatchObject({ type: 'message' });
    expect(readComposer(' \n\t')).toEqual({ type: 'empty' });
  });

  it.each([
    ['/fact Mailbox moved', 'technician', 'finding', 'Mailbox moved'],
    ['/check  443 open\nfrom DESK-114', 'diagnostic_check', 'finding', '443 open\nfrom DESK-114'],
    ['/USER Prompts since Monday', 'user_report', 'symptom', 'Prompts since Monday'],
    ['/cause A stale sign-in', 'technician', 'cause', 'A stale sign-in'],
    ['/did Cleared the cache', 'technician', 'change', 'Cleared the cache'],
    ['/works Webmail opens', 'diagnostic_check', 'confirmation', 'Webmail opens'],
    ['/userworks It prints again', 'user_report', 'confirmation', 'It prints again'],
    // Who said it is never read out of the text.
    ['/works user says it prints', 'diagnostic_check', 'confirmation', 'user says it prints'],
  ])('reads %j', (text, sourceType, role, fact) => {
    expect(readComposer(text)).toEqual({
      type: 'command',
      command: { type: 'fact', sourceType, role, text: fact },
    });
  });

  it.each([
    ['/next Look at the lease', { type: 'check', instruction: 'Look at the lease' }],
    ['/todo Look at the lease', { type: 'check', instruction: 'Look at the lease' }],
    ['/note Called back at ten.', { type: 'note', body: 'Called back at ten.' }],
    ['/script  dns\nflush', { type: 'script', search: 'dns flush' }],
    ['/script', { type: 'script', search: '' }],
  ])('understands %j', (text, command) => {
    expect(readComposer(text)).toEqual({ type: 'command', command });
  });

  it.each(['/next', '/note  ', '/cause', '/userworks '])('asks for what %j lacks', (text) => {
    expect(readComposer(text)).toMatchObject({ type: 'problem' });
  });

  it.each([
    '/fix 70 Rebuild the token — Sign out, sign in',
    '/fix 70 Rebuild the token – Sign out, sign in',
    '/fix 70 Rebuild the token - Sign out, sign in',
    '/fix 70% Rebuild the token -- Sign out, sign in',
    '/fix 70 % Rebuild the token—Sign out, sign in',
    '/fix 70 Rebuild the token\nSign out, sign in',
  ])('reads the parts of %j', (text) => {
    expect(readComposer(text)).toEqual({
      type: 'command',
      command: {
        type: 'fix',
        confidence: 70,
        title: 'Rebuild the token',
        description: 'Sign out, sign in',
      },
    });
  });

  it('leaves hyphens inside words and ranges of numbers alone', () => {
    expect(readComposer('/fix 55 Re-join DESK-114 — ports 10–20')).toMatchObject({
      command: { title: 'Re-join DESK-114', description: 'ports 10–20' },
    });
    expect(readComposer('/ran Clear-OfficeCredential.ps1 - exit 0')).toMatchObject({
      command: { name: 'Clear-OfficeCredential.ps1', outcome: 'exit 0' },
    });
  });

  it.each([
    '/fix Rebuild the token',
    '/fix',
    '/fix 101 Too sure',
    '/fix -1 No',
    '/fix 70.5 Half',
    '/fix 7e1 x',
  ])('asks for a number from 0 to 100: %j', (text) => {
    expect(readComposer(text)).toEqual({
      type: 'problem',
      message: 'Start with a number from 0 to 100: /fix 70 Title — description',
    });
  });

  it('says in words what is missing', () => {
    expect(readComposer('/fact')).toMatchObject({
      message: 'Add the fact after the command: /fact text',
    });
    expect(readComposer('/fix 70')).toMatchObject({
      message: 'Add a title after the number: /fix 70 Title — description',
    });
    expect(readComposer('/ran Clear-Cache.ps1')).toMatchObject({
      message: 'Add the result after a dash: /ran Script — result',
    });
    expect(readComposer('/foo bar')).toMatchObject({
      message: expect.stringContaining('There’s no command /foo'),
    });
  });

  it('opens the previews', () => {
    expect(readComposer('/resolve')).toEqual({
      type: 'command',
      command: { type: 'preview', kind: 'resolve' },
    });
    expect(readComposer('/escalate ')).toMatchObject({ command: { kind: 'escalate' } });
  });

  it('refuses a paste of 2 MB before any call and says what to do', () => {
    expect(readComposer('x'.repeat(2_000_000))).toMatchObject({
      type: 'problem',
      message: expect.stringMatching(/2,000,000 of 200,000 characters/),
    });
    expect(readComposer(`/fact ${'x'.repeat(4_001)}`)).toMatchObject({ type: 'problem' });
  });

  it('refuses a paste that could never be sent, and says where it still is', () => {
    expect(refusedPaste(200_000)).toBeUndefined();
    expect(refusedPaste(2_000_017)).toMatch(
      /2,000,017 of 200,000 characters.*still on your clipboard/,
    );
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('', ...COMMANDS.map(({ name }) => `/${name} `)),
        (text, head) => {
          expect(readComposer(head + text)).toHaveProperty('type');
        },
      ),
    );
  });
});

describe('the slash menu', () => {
  it('offers what begins with the typed word', () => {
    expect(completionsFor('/').map(({ name }) => name)).toEqual(COMMANDS.map(({ name }) => name));
    expect(completionsFor('/F').map(({ name }) => name)).toEqual(['fact', 'fix']);
    expect(completionsFor('/u').map(({ name }) => name)).toEqual(['user', 'userworks']);
    // Its old name is understood, and no longer offered.
    expect(completionsFor('/to')).toEqual([]);
    expect(completionsFor('/fact ')).toEqual([]);
    expect(completionsFor('a /f')).toEqual([]);
  });

  it('knows the command whose argument is being typed', () => {
    expect(commandBeingTyped('/fix 7')?.name).toBe('fix');
    expect(commandBeingTyped('/fi')).toBeUndefined();
    expect(commandBeingTyped('/nope x')).toBeUndefined();
  });
});
