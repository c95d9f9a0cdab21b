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
    ['/fact Mailbox moved', 'technician', 'Mailbox moved'],
    ['/check  Port 443 open\nfrom DESK-114', 'diagnostic_check', 'Port 443 open\nfrom DESK-114'],
    ['/USER Prompts since Monday', 'user_report', 'Prompts since Monday'],
  ])('reads %j', (text, sourceType, fact) => {
    expect(readComposer(text)).toEqual({
      type: 'command',
      command: { type: 'fact', sourceType, text: fact },
    });
  });

  it.each([
    ['/todo Look at the lease', { type: 'check', instruction: 'Look at the lease' }],
    ['/note Called back at ten.', { type: 'note', body: 'Called back at ten.' }],
    ['/script  dns\nflush', { type: 'script', search: 'dns flush' }],
    ['/script', { type: 'script', search: '' }],
  ])('understands %j', (text, command) => {
    expect(readComposer(text)).toEqual({ type: 'command', command });
  });

  it.each(['/todo', '/note  '])('asks for what %j lacks', (text) => {
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
      message: '/fix needs a number from 0 to 100 first: /fix 70 Title — description',
    });
  });

  it('says in words what is missing', () => {
    expect(readComposer('/fact')).toMatchObject({
      message: '/fact needs the fact after it: /fact text',
    });
    expect(readComposer('/fix 70')).toMatchObject({
      message: '/fix needs a title after the number: /fix 70 Title — description',
    });
    expect(readComposer('/ran Clear-Cache.ps1')).toMatchObject({
      message: '/ran needs what came of it, after a dash: /ran Script — outcome',
    });
    expect(readComposer('/foo bar')).toMatchObject({
      message: expect.stringContaining('There is no command /foo'),
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
      message: expect.stringMatching(/up to 200,000 characters and this has 2,000,000.*still here/),
    });
    expect(readComposer(`/fact ${'x'.repeat(4_001)}`)).toMatchObject({ type: 'problem' });
  });

  it('refuses a paste that could never be sent, and says where it still is', () => {
    expect(refusedPaste(200_000)).toBeUndefined();
    expect(refusedPaste(2_000_017)).toMatch(
      /up to 200,000 characters and this would have 2,000,017.*still on your clipboard/,
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
    expect(completionsFor('/fact ')).toEqual([]);
    expect(completionsFor('a /f')).toEqual([]);
  });

  it('knows the command whose argument is being typed', () => {
    expect(commandBeingTyped('/fix 7')?.name).toBe('fix');
    expect(commandBeingTyped('/fi')).toBeUndefined();
    expect(commandBeingTyped('/nope x')).toBeUndefined();
  });
});
