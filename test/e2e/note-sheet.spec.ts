import { expect, test } from './fixtures.ts';
import { Technician } from './technician.ts';

async function openSession(technician: Technician): Promise<number> {
  await technician.newSession({
    title: 'Scan to folder fails on the copier',
    problem: 'Scanning to the folder fails.',
  });
  await technician.say('/user Scanning to the folder fails since Monday morning.');
  await technician.say('/check Printing from the same copier works.');
  const [row] = await technician.value('sessions.list', {});
  return row?.id ?? 0;
}

/** The fields of the hand-off; in a low window they are folded away at first. */
async function handOff(technician: Technician) {
  const label = technician.region('Note preview').getByRole('button', { name: /^Hand-off/ });
  if ((await label.getAttribute('aria-expanded')) === 'false') await label.click();
  return technician.page.getByRole('group', { name: 'Hand-off' });
}

test('gaps of the hand-off are fields on the sheet, and no sentences of the note', async ({
  app,
}) => {
  const technician = new Technician(app.page);
  const session_id = await openSession(technician);
  await technician.preview('escalate');
  await expect(technician.region('Note preview')).toContainText('Hand-off: 8 gaps to fill');
  expect(await technician.noteText()).not.toMatch(/unknown|not stated|not agreed/i);

  const fields = await handOff(technician);
  const affected = fields.getByRole('textbox', { name: 'Affected' });
  await affected.fill('Three people at the front desk');
  await affected.press('Tab');
  await expect.poll(() => technician.noteText()).toContain('Three people at the front desk');
  await expect(technician.region('Note preview')).toContainText('Hand-off: 7 gaps to fill');
  await expect(affected).toHaveValue('Three people at the front desk');

  await fields.getByRole('combobox', { name: 'Why escalate' }).click();
  await app.page.getByRole('option', { name: 'Vendor' }).click();
  await expect(technician.region('Note preview')).toContainText('Hand-off: 6 gaps to fill');
  await expect.poll(() => technician.noteText()).toContain('Escalated because: needs the vendor');
  const { session } = await technician.value('sessions.get', { session_id });
  expect(session).toMatchObject({
    affected: 'Three people at the front desk',
    escalation_reason: 'vendor',
  });
});

test('what was typed into a field is kept when the preview is closed right away', async ({
  app,
}) => {
  const technician = new Technician(app.page);
  await openSession(technician);
  await technician.preview('escalate');
  const since = (await handOff(technician)).getByRole('textbox', { name: 'Since' });
  await since.pressSequentially('Monday 08:15');
  await technician.button('Escalate instead').click();
  await expect(technician.note()).toBeHidden();
  await technician.preview('escalate');
  await handOff(technician);
  await expect(since).toHaveValue('Monday 08:15');
  await expect.poll(() => technician.noteText()).toContain('Monday 08:15');
});

test('a finding gets its words for the customer on the sheet', async ({ app }) => {
  const technician = new Technician(app.page);
  await openSession(technician);
  await technician.preview('resolve');
  const wording = app.page.getByRole('textbox', {
    name: 'Customer wording of: Printing from the same copier works.',
  });
  await wording.fill('Printing worked the whole time.');
  await wording.press('Tab');
  await expect.poll(() => technician.noteText()).toContain('Printing worked the whole time.');
  await expect(wording).toHaveValue('Printing worked the whole time.');
});

test('a fact with a private address is held back from the customer, listed, and worded there', async ({
  app,
}) => {
  const technician = new Technician(app.page);
  const session_id = await openSession(technician);
  await technician.say('/cause The copier still asked the old file server 10.0.4.21.');
  await technician.preview('resolve');
  await expect.poll(() => technician.noteText()).toContain('## Root cause');
  expect(await technician.noteText()).not.toContain('10.0.4.21');
  const sheet = technician.region('Note preview');
  await expect(sheet.getByTitle(/^Rule/)).toHaveCount(0);

  await sheet.getByRole('button', { name: /left out$/ }).click();
  const listed = app.page
    .getByRole('listitem')
    .filter({ hasText: 'The copier still asked the old file server 10.0.4.21.' })
    .filter({ hasText: 'Has an address or name' });
  await listed.getByRole('button', { name: /^Add wording/ }).click();
  await listed
    .getByRole('textbox', { name: /^Customer wording of/ })
    .fill('The copier still asked the old file server.');
  await app.page.keyboard.press('Tab');
  await expect
    .poll(() => technician.noteText())
    .toContain('## Root cause\nThe copier still asked the old file server.');
  expect(await technician.noteText()).not.toContain('10.0.4.21');
  await app.page.keyboard.press('Escape');

  await technician.preview('escalate');
  await expect.poll(() => technician.noteText()).toContain('10.0.4.21');
  const { facts } = await technician.value('sessions.get', { session_id });
  expect(facts.at(-1)).toMatchObject({
    customer_wording: 'The copier still asked the old file server.',
    chosen_audience: null,
  });
});

for (const kind of ['resolve', 'escalate'] as const) {
  test(`a session with nothing in it is not posted (${kind}), and the sheet says what is missing`, async ({
    app,
  }) => {
    const technician = new Technician(app.page);
    await technician.newSession({ title: 'Scan to folder fails', problem: '' });
    await technician.preview(kind);
    await technician.confirm();
    const sheet = technician.region('Note preview');
    await expect(sheet.getByTitle('Rule S8').first()).toContainText(
      'This note has nothing in it yet. Add a fact, a fix or a script.',
    );
    await expect(sheet.getByText(/^Not posted\./)).toBeVisible();
    await expect(sheet.getByRole('button', { name: /^Post anyway/ })).toHaveCount(0);
    const [row] = await technician.value('sessions.list', {});
    const note = { session_id: row?.id ?? 0, kind, markdown: await technician.noteText() };
    const reason = 'The customer waits for it.';
    expect(
      await technician.invoke('posting.post', { ...note, override_reason: reason }),
    ).toMatchObject({ ok: false, error: { code: 'DRAFT_BLOCKED' } });

    await technician.say('/user Scanning to the folder fails since Monday morning.');
    await expect(sheet.getByTitle('Rule S8')).toHaveCount(0);
  });
}

test('what blocks the note is named before the result of a fix is asked for', async ({ app }) => {
  const technician = new Technician(app.page);
  await openSession(technician);
  await technician.say('/fix 86 Enter the new password of the scan account');
  await technician.region('Suggested fix').getByRole('button', { name: 'Apply' }).click();
  await technician.preview('resolve');
  await technician.typeAfter('## Resolution', '\n- TODO');
  await technician.confirm();
  const sheet = technician.region('Note preview');
  await expect(sheet.getByText('Not posted. Fix 1 finding first.')).toBeVisible();
  await expect(app.page.getByRole('dialog')).toHaveCount(0);
  await expect(sheet.getByTitle('Rule S4').first()).toBeFocused();

  await sheet.getByRole('textbox', { name: 'Reason' }).fill('Agreed with the customer.');
  await sheet.getByRole('button', { name: /^Post anyway/ }).click();
  await app.page.getByRole('dialog').getByRole('button', { name: 'Back to the note' }).click();
  const [row] = await technician.value('sessions.list', {});
  expect(row?.state).toBe('active');
});
