import { type FakeAnthropic, startFakeAnthropic } from '../fakes/anthropic.ts';
import { keyringAvailable } from '../runtime/keyring.ts';
import { everythingKept } from './everything-kept.ts';
import { expect, test } from './fixtures.ts';
import { Technician } from './technician.ts';

const KEY = 'sk-ant-canary-4f0c9d21';
const PASSWORD = 'Harbor-Lantern-29';

const FORMS = [
  PASSWORD,
  encodeURIComponent(PASSWORD),
  Buffer.from(PASSWORD).toString('base64').replace(/=+$/, ''),
  Buffer.from(PASSWORD, 'utf16le').toString('base64').replace(/=+$/, ''),
  [...PASSWORD].reverse().join(''),
];

async function withFake(work: (fake: FakeAnthropic) => Promise<void>) {
  const fake = await startFakeAnthropic();
  try {
    await work(fake);
  } finally {
    await fake.stop();
  }
}

test('a password that a script used is in no row, prompt, draft, log, backup or posted note', async ({
  app,
}) => {
  await withFake(async (fake) => {
    const technician = new Technician(app.page);
    await technician.value('settings.update', { ai_base_address: fake.url });
    await technician.value('ai.setKey', { key: KEY });
    const { id: session_id } = await technician.value('sessions.create', {
      title: 'Mailbox locked',
      intake: 'The mailbox is locked.',
      domain: 'email',
      ticket_ref: '',
    });
    await technician.value('scripts.recordRun', {
      session_id,
      name: 'Unlock-Mailbox.ps1',
      body: `Unlock-Mailbox -Password '${PASSWORD}'`,
      outcome: `signed in with ${PASSWORD}, mailbox unlocked`,
      parameters: [{ name: 'Password', secret: true, value: PASSWORD }],
    });
    for (const form of FORMS) {
      await technician.value('messages.add', { session_id, body: `I used ${form} here` });
      await technician.value('facts.add', {
        session_id,
        text: `The admin account uses ${form} now.`,
        source_type: 'technician',
      });
    }
    await technician.value('sessions.update', { session_id, summary: `Signed in: ${PASSWORD}` });
    fake.answer({ status: 500, message: `no such thing as ${PASSWORD}` });
    const note = await technician.value('preview.get', { session_id, kind: 'escalate' });
    const { message } = await technician.value('ai.requestFor', { session_id, kind: 'escalate' });
    const prompts = fake.requests().map(({ body }) => body);
    expect(prompts.length).toBeGreaterThan(0);

    // Typed into the note, it blocks, and no reason helps.
    const typed = `${note.markdown}- The password is ${PASSWORD}\n`;
    await technician.value('drafts.save', {
      session_id,
      kind: 'escalate',
      markdown: typed,
      base_markdown: note.markdown,
      base_state_version: note.state_version,
    });
    const refused = await technician.invoke('posting.post', {
      session_id,
      kind: 'escalate',
      markdown: typed,
      override_reason: 'I know what I do',
    });
    expect(refused).toMatchObject({ ok: false, error: { code: 'DRAFT_BLOCKED' } });
    const answers = JSON.stringify([
      note,
      message,
      refused,
      await technician.value('sessions.get', { session_id }),
      await technician.value('sessions.search', { query: 'signed' }),
    ]);
    const posted = await technician.value('posting.post', {
      session_id,
      kind: 'escalate',
      markdown: note.markdown,
    });
    expect(posted.outcome).toBe('escalated_local');
    await app.close();
    const kept = await everythingKept(app.home);
    for (const form of FORMS) {
      expect.soft(prompts.join('\n'), `prompts: ${form}`).not.toContain(form);
      expect.soft(answers, `answers: ${form}`).not.toContain(form);
      expect.soft(posted.write_back.markdown, `posted: ${form}`).not.toContain(form);
      expect.soft(app.output, `output: ${form}`).not.toContain(form);
      expect.soft(kept, `kept: ${form}`).not.toContain(form);
    }
    expect(kept).not.toContain(KEY);
    expect(app.output).not.toContain(KEY);
  });
});

test('the password field of a script run keeps it out of the note', async ({ app }) => {
  const technician = new Technician(app.page);
  await technician.newSession({ title: 'Mailbox locked', problem: 'The mailbox is locked.' });
  const scripts = technician.region('Scripts');
  await scripts.getByRole('button', { name: 'Record a run' }).click();
  await scripts.getByRole('textbox', { name: 'Script or command' }).fill('Unlock-Mailbox.ps1');
  await scripts.getByLabel('Password it used').fill(PASSWORD);
  await scripts
    .getByRole('textbox', { name: 'Result', exact: true })
    .fill(`Signed in with ${PASSWORD}, unlocked`);
  await scripts.getByRole('button', { name: 'Save' }).click();
  await expect(scripts).toContainText('Signed in with (secret), unlocked');
  await technician.preview('escalate');
  expect(await technician.noteText()).not.toContain(PASSWORD);
  await technician.typeAfter('## Problem', `\nThe password is ${PASSWORD}.`);
  await technician.confirm();
  const preview = technician.region('Note preview');
  await expect(preview.getByTitle('Rule X1').first()).toBeVisible();
  await expect(preview.getByRole('button', { name: /anyway/i })).toHaveCount(0);
});

test.describe('with a keychain', () => {
  test.use({ startup: { keyring: true } });
  test.skip(!keyringAvailable(), 'no Secret Service can be started here');

  test('the key is kept there alone, survives a restart and is removed', async ({ app }) => {
    const technician = new Technician(app.page);
    expect(await technician.value('ai.setKey', { key: KEY })).toEqual({
      state: 'ready',
      has_key: true,
      key_storage: 'os',
    });
    const again = new Technician(await app.relaunch());
    expect((await again.value('ai.status', {})).state).toBe('ready');
    expect((await again.value('ai.removeKey', {})).state).toBe('no_key');
    const third = new Technician(await app.relaunch());
    expect((await third.value('ai.status', {})).has_key).toBe(false);
    await app.close();
    expect(await everythingKept(app.home)).not.toContain(KEY);
  });
});

test('without a key the reason is said once', async ({ app }) => {
  const technician = new Technician(app.page);
  await technician.newSession({ title: 'Printer offline', problem: 'It does not print.' });
  await technician.preview('resolve');
  const preview = technician.region('Note preview');
  await expect(preview).toContainText('AI is off. Add an Anthropic API key');
  await technician.button('Preview Resolve note').click();
  await technician.preview('escalate');
  await expect(preview).toContainText('Local draft');
  await expect(preview).not.toContainText('AI is off. Add an Anthropic API key');
});
