import { expect, test } from './fixtures.ts';
import { Technician } from './technician.ts';

const SESSION = {
  title: 'Scan to folder fails on the copier',
  problem:
    'Since Monday the copier on the second floor says "cannot connect" when scanning to the folder.',
};

async function work(technician: Technician): Promise<void> {
  await technician.newSession(SESSION);
  await technician.say('/user Scanning to the folder fails since Monday morning.');
  await technician.say('/check Printing from the same copier works.');
  await technician.say('/fact The password of the scan account was changed on Friday.');
  await technician.say(
    '/fix 84 Enter the new password of the scan account — In the address book of the copier.',
  );
  await technician.say('/ran Test scan from the panel — the file arrived in the folder');
}

test('resolve: session, facts, both previews, edit, post, closed, refused a second time', async ({
  app,
}) => {
  const technician = new Technician(app.page);
  await work(technician);
  await expect(technician.region('What we know')).toContainText(
    'Printing from the same copier works.',
  );
  await expect(technician.region('Suggested fix')).toContainText('84');
  await expect(technician.region('Scripts')).toContainText('Test scan from the panel');

  await technician.preview('escalate');
  await expect(technician.region('Note preview')).toContainText('Internal only');
  await expect(technician.note()).toContainText('## Suggested next steps');
  await expect(technician.note()).toContainText(
    'Try the suggested fix: Enter the new password of the scan account.',
  );
  await technician.preview('resolve');
  await expect(technician.button('Escalate instead')).toHaveAttribute('aria-pressed', 'false');
  await expect(technician.region('Note preview')).toContainText('Customer will see this');
  await expect(technician.note()).toContainText('## Root cause');

  await technician.typeAfter('## Resolution', '\n- Scanning works again since 10:40.');
  await expect(technician.region('Note preview')).toContainText('Saved');
  const shown = await technician.noteText();
  await technician.confirm();
  await expect(
    app.page.getByRole('status').filter({ hasText: 'Resolved locally' }).first(),
  ).toBeVisible();

  const [row] = await technician.value('sessions.list', {});
  const session_id = row?.id ?? 0;
  const { session, write_backs } = await technician.value('sessions.get', { session_id });
  expect(session.state).toBe('resolved');
  expect(write_backs).toHaveLength(1);
  expect(write_backs[0]?.markdown.trimEnd()).toBe(shown.trimEnd());
  expect(write_backs[0]?.draft_markdown).not.toContain('10:40');

  const refusals = [
    await technician.invoke('posting.post', { session_id, kind: 'resolve', markdown: shown }),
    await technician.invoke('posting.post', { session_id, kind: 'escalate', markdown: shown }),
    await technician.invoke('facts.add', { session_id, text: 'late', source_type: 'technician' }),
    await technician.invoke('sessions.update', { session_id, title: 'late' }),
    await technician.invoke('messages.add', { session_id, body: 'late' }),
  ];
  for (const refusal of refusals) {
    expect(refusal).toMatchObject({ ok: false, error: { code: 'CONFLICT' } });
  }
  expect((await technician.value('sessions.get', { session_id })).write_backs).toHaveLength(1);
  const steps = await technician.value('posting.auditTrail', { session_id });
  expect(steps.map(({ step }) => step)).toEqual(['confirmed', 'resolved_locally']);
});

test('escalate: the package of five sections closes the session as escalated', async ({ app }) => {
  const technician = new Technician(app.page);
  await work(technician);
  await technician.preview('escalate');
  const headings = (await technician.noteText()).split('\n').filter((line) => line.startsWith('#'));
  expect(headings).toEqual([
    '## Problem',
    "## What we've confirmed",
    "## What we've tried",
    '## Current hypothesis',
    '## Suggested next steps',
  ]);
  await technician.confirm();
  await expect(
    app.page.getByRole('status').filter({ hasText: 'Escalated locally' }).first(),
  ).toBeVisible();
  const [row] = await technician.value('sessions.list', {});
  expect(row?.state).toBe('escalated');
});

test('a note that breaks a blocking check is not posted without a reason, and nothing is lost', async ({
  app,
}) => {
  const technician = new Technician(app.page);
  await work(technician);
  await technician.preview('resolve');
  await technician.typeAfter('## Problem', '\nTBD: [insert cause here]');
  await expect(technician.region('Note preview').getByTitle('Rule S4').first()).toBeVisible();
  const shown = await technician.noteText();

  const [row] = await technician.value('sessions.list', {});
  const session_id = row?.id ?? 0;
  const note = { session_id, kind: 'resolve', markdown: shown } as const;
  expect(await technician.invoke('posting.post', note)).toMatchObject({
    ok: false,
    error: { code: 'DRAFT_BLOCKED' },
  });
  await technician.confirm();
  expect((await technician.value('sessions.get', { session_id })).session.state).toBe('active');
  expect(await technician.noteText()).toBe(shown);

  const reason = 'The customer asked for the open point to stand there.';
  const posted = await technician.value('posting.post', { ...note, override_reason: reason });
  expect(posted.outcome).toBe('resolved_local');
  const trail = await technician.value('posting.auditTrail', { session_id });
  expect(trail.find(({ step }) => step === 'checks_overridden')?.detail).toContain(reason);
});

test('a selection in a message becomes a fact with its source, and can be undone', async ({
  app,
}) => {
  const technician = new Technician(app.page);
  await technician.newSession(SESSION);
  await technician.say('She says it shows 0x00000bcb since the update.');
  const word = technician.region('Chat lane').getByText('She says it shows');
  await word.dblclick({ position: { x: 12, y: 8 } });
  const bar = app.page.getByRole('toolbar', { name: 'Selected text' });
  await bar.getByRole('button', { name: 'User said' }).click();
  await expect(bar).toBeHidden();
  const [row] = await technician.value('sessions.list', {});
  const read = () => technician.value('sessions.get', { session_id: row?.id ?? 0 });
  await expect.poll(async () => (await read()).facts.length).toBe(1);
  const { facts, messages } = await read();
  expect(facts[0]).toMatchObject({
    source_type: 'user_report',
    source_message_id: messages[0]?.id,
    status: 'confirmed',
  });
  expect(messages[0]?.body).toContain(facts[0]?.text);

  await app.page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await read()).facts.length).toBe(0);
});
