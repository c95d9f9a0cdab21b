import { describe, expect, test } from 'vitest';
import type { CallInput } from '../../../shared/contract/index.ts';
import { openScriptDesk } from '../../fixtures/scripts/desk.ts';
import { closeSession } from '../../unit/sessions/store-test.ts';

const RESET = 'shipped/ad-password-reset';
const PASSWORD = "Zw1sch'en$Ruf_77";

const PERSON = { name: 'Person', label: 'Person', type: 'string', required: true } as const;

const OWN: CallInput<'templates.save'>['content'] = {
  name: 'Greet',
  language: 'powershell',
  description: 'Says hello.',
  body: 'Write-Output "Hello $Person"\n',
  parameters: [PERSON],
};

describe('templates', () => {
  test('are listed: those that came with the app, then own ones', async () => {
    const { call, events } = openScriptDesk();
    const shipped = await call('templates.list', {});
    expect(shipped.every(({ origin }) => origin === 'shipped')).toBe(true);
    const saved = await call('templates.save', { key: null, content: OWN });
    expect(saved).toMatchObject({ ...OWN, parameters: [expect.objectContaining({ help: '' })] });
    expect(saved).toMatchObject({ key: 'own/1', origin: 'own', changes_system: false });
    expect((await call('templates.list', {})).at(-1)).toEqual(saved);
    expect(events).toEqual([{ name: 'templates.changed', payload: {} }]);
  });

  test('are changed and removed; those that came with the app are not', async () => {
    const { call } = openScriptDesk();
    const { key } = await call('templates.save', { key: null, content: OWN });
    const content = { ...OWN, name: 'Greet kindly' };
    expect(await call('templates.save', { key, content })).toMatchObject({
      key,
      ...{ name: content.name },
    });
    await expect(call('templates.save', { key: RESET, content })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringContaining('copy'),
    });
    await expect(call('templates.remove', { key: RESET })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
    expect(await call('templates.remove', { key })).toEqual({ removed: true });
    expect(await call('templates.remove', { key })).toEqual({ removed: false });
    await expect(call('templates.save', { key, content })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('hold no secret: a known one and one that looks like one are refused with its place', async () => {
    const { call, guard } = openScriptDesk();
    guard.remember('Kettle-41-blue');
    const bodies = [
      'Write-Output $Person\nWrite-Output Kettle-41-blue\n',
      'Write-Output $Person\nnet user anna Sommer-2024!x /add\n',
    ];
    for (const body of bodies) {
      await expect(
        call('templates.save', { key: null, content: { ...OWN, body } }),
      ).rejects.toMatchObject({
        code: 'INVALID_INPUT',
        message: expect.stringMatching(/^The script, line 2 holds what looks like a secret/),
      });
    }
    const parameters = [{ ...PERSON, default_value: 'Kettle-41-blue' }];
    await expect(
      call('templates.save', { key: null, content: { ...OWN, parameters } }),
    ).rejects.toMatchObject({ message: expect.stringMatching(/^The parameter Person holds/) });
    expect((await call('templates.list', {})).some(({ origin }) => origin === 'own')).toBe(false);
  });

  test('that could not be filled in are refused; advice does not keep one from being saved', async () => {
    const { call } = openScriptDesk();
    const content = { ...OWN, parameters: [{ ...PERSON, name: 'Host' }] };
    const problems = await call('templates.problems', { content });
    expect(problems).toContainEqual({
      message: expect.stringContaining('Host is a variable of powershell itself'),
      line: null,
      blocking: true,
    });
    await expect(call('templates.save', { key: null, content })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: problems[0]?.message,
    });
    const misspelt = { ...OWN, body: 'Write-Output "Hello $Persn"\n' };
    expect(await call('templates.problems', { content: misspelt })).toEqual([
      { message: 'The script never uses the parameter Person.', line: null, blocking: false },
      {
        message: expect.stringContaining('Is the parameter Person meant?'),
        line: 1,
        blocking: false,
      },
    ]);
    await call('templates.save', { key: null, content: misspelt });
  });
});

describe('a script of a session', () => {
  test('is previewed with what is wrong, and made when nothing is', async () => {
    const { call, session, events } = openScriptDesk();
    const template_key = 'shipped/network-path-test';
    const bad = await call('scripts.preview', {
      template_key,
      values: { Target: '-x', Port: '1e999' },
    });
    expect(bad.problems.map(({ parameter }) => parameter)).toEqual(['Target', 'Port']);
    await expect(
      call('scripts.generate', { session_id: session, template_key, values: { Port: '99999' } }),
    ).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: { 'values.Target': 'Host is needed.', 'values.Port': 'At most 65535.' } },
    });

    const values = { Target: 'fs01.example.local', Port: '0445' };
    const { script, problems } = await call('scripts.preview', { template_key, values });
    expect(problems).toEqual([]);
    const made = await call('scripts.generate', { session_id: session, template_key, values });
    expect(made).toMatchObject({ template_key, body: script, state: 'generated' });
    expect(made.parameters).toEqual([
      { name: 'Target', secret: false, value: 'fs01.example.local' },
      { name: 'Port', secret: false, value: '445' },
      { name: 'TraceRoute', secret: false, value: 'false' },
    ]);
    expect(made.body.split('\n').slice(0, 6)).toEqual([
      '# Filled in by ResolutionFlow from: Test the path to a host',
      '& {',
      "$Target = 'fs01.example.local'",
      '$Port = 445',
      '$TraceRoute = $false',
      '',
    ]);
    expect(events.map(({ name }) => name)).toEqual(['session.changed']);
  });

  test('takes over what the template says of its effect, until the run says otherwise', async () => {
    const { call, session } = openScriptDesk();
    const values = { ServiceName: 'Spooler' };
    const template_key = 'shipped/service-restart';
    const made = await call('scripts.generate', { session_id: session, template_key, values });
    expect(made).toMatchObject({
      changes_system: true,
      undo: expect.stringContaining('Start-Service'),
    });
    const ran = await call('scripts.markRan', {
      generation_id: made.id,
      outcome: 'No such service.',
      changes_system: false,
      undo: null,
    });
    expect(ran).toMatchObject({ state: 'ran', changes_system: false, undo: null });
    await expect(call('scripts.discard', { generation_id: made.id })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });

  test('is dropped if it never ran', async () => {
    const { call, session, store, events } = openScriptDesk();
    const made = await call('scripts.generate', {
      session_id: session,
      template_key: 'shipped/pending-reboot',
      values: {},
    });
    expect(made.body).toBe(
      (await call('templates.list', {})).find(({ key }) => key === made.template_key)?.body,
    );
    expect(await call('scripts.discard', { generation_id: made.id })).toEqual({ discarded: true });
    expect(store.scripts.list(session)).toEqual([]);
    expect(events.map(({ name }) => name)).toEqual(['session.changed', 'session.changed']);
  });

  test('is refused in a closed session, and not one secret is held for it', async () => {
    const { call, session, store, copied } = openScriptDesk();
    closeSession(store, session);
    await expect(
      call('scripts.generate', {
        session_id: session,
        template_key: RESET,
        values: { UserName: 'anna', NewPassword: PASSWORD },
      }),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(copied).toEqual([]);
  });
});

describe('a script that the copilot proposed', () => {
  const values = { WarnBelow: '5' };
  const template_key = 'shipped/disk-report';

  function propose({ store, session }: ReturnType<typeof openScriptDesk>, inSession = session) {
    const asked = store.messages.add({
      session_id: inSession,
      author: 'technician',
      body: 'What now?',
    });
    const answer = store.messages.startAnswer({ session_id: inSession, reply_to: asked.id });
    store.messages.keepAnswer(answer.id, { body: 'Look at the disk.', state: 'complete' });
    return store.proposals.add({
      session_id: inSession,
      message_id: answer.id,
      proposed: {
        kind: 'script',
        template_key,
        template_name: 'Disk report',
        values,
        reason: 'It may be full.',
      },
    });
  }

  test('is confirmed by being made, with other values too', async () => {
    const desk = openScriptDesk();
    const { id: proposal_id } = propose(desk);
    await desk.call('scripts.generate', {
      session_id: desk.session,
      template_key,
      values: { WarnBelow: '20' },
      proposal_id,
    });
    expect(desk.store.proposals.get(proposal_id).state).toBe('confirmed');
    // A second press makes no second script.
    const again = { session_id: desk.session, template_key, values, proposal_id };
    await expect(desk.call('scripts.generate', again)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(desk.store.scripts.list(desk.session)).toHaveLength(1);
  });

  test('stays open where nothing was made, and nothing is made where it cannot be confirmed', async () => {
    const desk = openScriptDesk();
    const { call, session, store } = desk;
    const { id: proposal_id } = propose(desk);
    const filled = { session_id: session, template_key, values: { WarnBelow: '200' }, proposal_id };
    await expect(call('scripts.generate', filled)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(store.proposals.get(proposal_id).state).toBe('open');

    store.proposals.reject(proposal_id);
    await expect(call('scripts.generate', { ...filled, values })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    const other = store.sessions.create({
      title: 'Another',
      intake: '',
      domain: 'other',
      ticket_ref: null,
    }).id;
    const elsewhere = propose(desk, other).id;
    await expect(
      call('scripts.generate', { ...filled, values, proposal_id: elsewhere }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(store.proposals.get(elsewhere).state).toBe('open');
    expect(store.scripts.list(session)).toEqual([]);
  });
});

describe('a script with a password', () => {
  const filled = { UserName: 'anna', NewPassword: PASSWORD };

  test('has it in the copy alone, for a minute', async () => {
    const { call, session, copied, saved } = openScriptDesk();
    const made = await call('scripts.generate', {
      session_id: session,
      template_key: RESET,
      values: filled,
    });
    expect(made.body).toContain('(secret)');
    expect(made.body).toContain("$NewPassword = Read-Host -AsSecureString -Prompt 'New password'");
    expect(made.parameters).toContainEqual({ name: 'NewPassword', secret: true, value: null });
    expect(await call('scripts.copy', { generation_id: made.id })).toEqual({
      copied: true,
      cleared_after: 60,
      asks_for: [],
    });
    expect(copied[0]?.seconds).toBe(60);
    expect(copied[0]?.text).toContain(
      "$NewPassword = ConvertTo-SecureString -String 'Zw1sch''en$Ruf_77' -AsPlainText -Force",
    );
    await call('scripts.save', { generation_id: made.id });
    expect(saved[0]).toMatchObject({ name: 'Reset an AD password.ps1', ending: 'ps1' });
    expect(saved[0]?.text.startsWith('\uFEFF# Filled in')).toBe(true);
    expect(saved[0]?.text.replaceAll('\r\n', '')).not.toContain('\n');
    expect(saved[0]?.text).toContain('Read-Host -AsSecureString');
  });

  test('asks for it when it was left empty, and when it was forgotten', async () => {
    const { call, session, copied, service, store } = openScriptDesk();
    const template_key = RESET;
    const empty = await call('scripts.generate', {
      session_id: session,
      template_key,
      values: { UserName: 'anna' },
    });
    expect(empty.body).not.toContain('(secret)');
    expect(await call('scripts.copy', { generation_id: empty.id })).toEqual({
      copied: true,
      cleared_after: null,
      asks_for: ['NewPassword'],
    });
    const made = await call('scripts.generate', {
      session_id: session,
      template_key,
      values: filled,
    });
    service.sessionChanged(session);
    expect((await call('scripts.copy', { generation_id: made.id })).cleared_after).toBe(60);
    closeSession(store, session);
    service.sessionChanged(session);
    expect(await call('scripts.copy', { generation_id: made.id })).toMatchObject({
      cleared_after: null,
      asks_for: ['NewPassword'],
    });
    expect(copied.at(-1)?.text).toBe(made.body);
  });

  test('covers it where it was typed into another field as well, and runs with no hole', async () => {
    const { call, session, copied } = openScriptDesk();
    const made = await call('scripts.generate', {
      session_id: session,
      template_key: RESET,
      values: { ...filled, UserName: `anna ${PASSWORD}` },
    });
    expect(made.body).toContain("$UserName = 'anna (secret)'");
    await call('scripts.copy', { generation_id: made.id });
    expect(copied[0]?.text).toContain("$UserName = 'anna Zw1sch''en$Ruf_77'");
    await expect(call('scripts.save', { generation_id: made.id })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('Fill in the template again'),
    });
  });

  test('is not copied under the number of another script, after a backup was restored', async () => {
    const { call, session, copied, store } = openScriptDesk();
    const template_key = RESET;
    const first = { session_id: session, template_key, values: filled };
    const made = await call('scripts.generate', first);
    // The store goes back to before it, and its number is given once more.
    store.scripts.discard(made.id);
    const second = { session_id: session, template_key, values: { UserName: 'berta' } };
    const other = await call('scripts.generate', second);
    expect(other.id).toBe(made.id);
    await call('scripts.copy', { generation_id: other.id });
    expect(copied[0]?.text).toBe(other.body);
    expect(copied[0]?.text).not.toContain('Ruf_77');
  });

  test('is not saved with a hole for the command prompt either', async () => {
    const { call, guard, session, saved } = openScriptDesk();
    guard.remember('files-77-srv', { session_id: session });
    const made = await call('scripts.generate', {
      session_id: session,
      template_key: 'shipped/ipconfig-flush',
      values: { LookUp: 'files-77-srv' },
    });
    expect(made.body).not.toContain('files-77-srv');
    await expect(call('scripts.save', { generation_id: made.id })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    expect(saved).toEqual([]);
  });

  test('keeps it out of the preview', async () => {
    const { call } = openScriptDesk();
    const { script } = await call('scripts.preview', { template_key: RESET, values: filled });
    expect(script).toContain('(secret)');
    expect(script).not.toContain('Ruf_77');
  });
});

describe('the hosts that a script is made for', () => {
  const host = (name: string) => ({ name, label: name, type: 'host', required: false }) as const;
  const content = { ...OWN, parameters: [PERSON, host('Source'), host('Target')] };

  test('are known names of the session from then on', async () => {
    const { call, guard, session, store } = openScriptDesk();
    const { key } = await call('templates.save', { key: null, content });
    const generate = (values: Record<string, string>) =>
      call('scripts.generate', { session_id: session, template_key: key, values });
    await generate({ Person: 'SRV09', Source: ' fs01.example.local ', Target: '' });
    const first = { name: 'fs01.example.local', kind: 'host', wording: null };
    expect(store.names.list(session)).toEqual([first]);
    store.names.set(session, { ...first, kind: 'host', wording: 'the file server' });
    guard.remember('kettle-41-blue');
    await generate({ Person: 'x', Source: 'FS01.EXAMPLE.LOCAL', Target: '10.0.4.21' });
    await generate({ Person: 'x', Source: 'kettle-41-blue', Target: '' });
    expect(store.names.list(session)).toEqual([
      { ...first, wording: 'the file server' },
      { name: '10.0.4.21', kind: 'host', wording: null },
    ]);
  });
});
