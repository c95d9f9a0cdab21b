import { expect, test } from './fixtures.ts';
import { Technician } from './technician.ts';

const SESSION = { title: 'Outlook asks for a password', problem: 'Outlook on DESK-114 asks.' };

async function opened(technician: Technician) {
  await technician.newSession(SESSION);
  const [row] = await technician.value('sessions.list', {});
  const session_id = row?.id ?? 0;
  return () => technician.value('sessions.get', { session_id });
}

test('slash commands set source and role, and /next adds a step', async ({ app }) => {
  const technician = new Technician(app.page);
  const read = await opened(technician);
  for (const line of [
    '/user Outlook asks for a password.',
    '/check Webmail works.',
    '/cause A stale sign-in was saved.',
    '/did Cleared the saved sign-in.',
    '/works Outlook opened without a prompt.',
    '/userworks No prompt since ten.',
    '/next Call the user on Monday',
  ]) {
    await technician.say(line);
  }
  const { facts, checks } = await read();
  expect(facts.map(({ source_type, role }) => [source_type, role])).toEqual([
    ['user_report', 'symptom'],
    ['diagnostic_check', 'finding'],
    ['technician', 'cause'],
    ['technician', 'change'],
    ['diagnostic_check', 'confirmation'],
    ['user_report', 'confirmation'],
  ]);
  expect(checks.map(({ instruction, state }) => [instruction, state])).toEqual([
    ['Call the user on Monday', 'open'],
  ]);
});

test('keys on a fact change its role and who reads it, and word it for the customer', async ({
  app,
}) => {
  const { page } = app;
  const technician = new Technician(page);
  const read = await opened(technician);
  await technician.say('/check The lease of 10.0.4.21 ran out.');
  await technician.say('/check Webmail works.');
  const known = technician.region('What we know');
  const lease = known.getByRole('article', { name: 'The lease of 10.0.4.21 ran out.' });
  await lease.focus();
  await page.keyboard.press('r');
  await expect(lease.getByRole('button', { name: /^Role of:/ })).toHaveText('Cause');
  await expect(lease).toContainText('Holds an address: add a customer wording');
  // An internal value goes to nobody without other words, so the eye asks for them.
  await page.keyboard.press('e');
  await known.getByRole('textbox', { name: 'Customer wording' }).fill('The address had expired.');
  await page.keyboard.press('Enter');
  await expect(lease.getByRole('button', { name: /^Audience of:/ })).toHaveText('Customer');
  await expect(lease).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('e');
  const webmail = known.getByRole('article', { name: 'Webmail works.' });
  await expect(webmail.getByRole('button', { name: /^Audience of:/ })).toHaveText('Customer');
  const { facts } = await read();
  expect(facts).toMatchObject([
    { role: 'cause', chosen_audience: null, customer_wording: 'The address had expired.' },
    { role: 'finding', chosen_audience: 'customer', customer_wording: null },
  ]);
});

test('the audience of all facts, or of the selected ones, changes at once', async ({ app }) => {
  const { page } = app;
  const technician = new Technician(page);
  const read = await opened(technician);
  const audiences = async () => (await read()).facts.map((fact) => fact.chosen_audience);
  for (const line of ['/check One.', '/check Two.', '/check Three.']) await technician.say(line);
  const known = technician.region('What we know');
  await known.getByRole('button', { name: 'Audience of all facts' }).click();
  await page.getByRole('menuitem', { name: 'Show to the customer' }).click();
  await expect.poll(audiences).toEqual(['customer', 'customer', 'customer']);
  await known.getByRole('article', { name: 'One.' }).focus();
  await page.keyboard.press('x');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('x');
  await page.keyboard.press('e');
  await expect.poll(audiences).toEqual(['internal', 'internal', 'customer']);
  await page.keyboard.press('Escape');
  await expect(known.getByRole('toolbar', { name: 'Selected facts' })).toBeHidden();
});

test('Enter runs through the result of a fix and saves all of it', async ({ app }) => {
  const { page } = app;
  const technician = new Technician(page);
  const read = await opened(technician);
  await technician.say('/fix 86 Clear the saved sign-in and rebuild the token');
  const fix = technician.region('Suggested fix');
  await fix.getByRole('button', { name: 'Apply' }).press('Enter');
  await fix.getByRole('button', { name: 'Worked' }).press('Enter');
  await expect(fix.getByRole('textbox', { name: 'What was done' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('A stale sign-in was saved.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Outlook opened without a prompt.');
  await page.keyboard.press('Enter');
  await expect(fix.getByRole('form')).toBeHidden();
  const { fixes, facts } = await read();
  expect(fixes[0]).toMatchObject({
    outcome: 'worked',
    done: 'Cleared the saved sign-in and rebuilt the token',
  });
  expect(facts.map(({ text, role, source_type }) => [text, role, source_type])).toEqual([
    ['A stale sign-in was saved.', 'cause', 'technician'],
    ['Outlook opened without a prompt.', 'confirmation', 'diagnostic_check'],
  ]);
  await technician.preview('resolve');
  const note = await technician.noteText();
  expect(note).toContain('## Root cause\nA stale sign-in was saved.');
  expect(note).toMatch(/## Resolution\n.*cleared the saved sign-in and rebuilt the token/);
});

test('a failed fix needs a reason, and a title that is no verb is no record', async ({ app }) => {
  const { page } = app;
  const technician = new Technician(page);
  const read = await opened(technician);
  await technician.say('/fix 60 New toner cartridge');
  const fix = technician.region('Suggested fix');
  await fix.getByRole('button', { name: 'Apply' }).click();
  await fix.getByRole('button', { name: 'Failed' }).click();
  await page.keyboard.press('Control+Enter');
  await expect(fix.getByRole('alert')).toHaveText('Say in a few words why it failed.');
  await page.keyboard.type('Still streaky.');
  await page.keyboard.press('Escape');
  // Leaving the form by mistake loses nothing.
  await fix.getByRole('button', { name: 'Failed' }).click();
  await expect(fix.getByRole('textbox', { name: 'Why did it fail?' })).toHaveValue(
    'Still streaky.',
  );
  await page.keyboard.press('Enter');
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+Enter');
  await expect.poll(async () => (await read()).fixes[0]?.outcome).toBe('failed');
  expect((await read()).fixes[0]).toMatchObject({
    outcome_note: 'Still streaky.',
    left_in_place: true,
    done: null,
  });
});

test('the problem in one sentence and names of the session', async ({ app }) => {
  const { page } = app;
  const technician = new Technician(page);
  const read = await opened(technician);
  const sentence = page.getByRole('textbox', { name: 'Problem in one sentence' });
  await sentence.fill('Outlook asked for a password.');
  await sentence.press('Enter');
  await expect
    .poll(async () => (await read()).session.summary)
    .toBe('Outlook asked for a password.');
  await technician.button('Problem').first().click();
  const intake = page.getByRole('textbox', { name: 'Problem', exact: true });
  await intake.evaluate((box: HTMLTextAreaElement) => box.setSelectionRange(11, 19));
  await intake.press('Shift');
  await page
    .getByRole('group', { name: 'Mark as a name' })
    .getByRole('button', { name: 'Host' })
    .click();
  await page.keyboard.press('Escape');
  const wording = page.getByRole('textbox', { name: 'Customer wording of: DESK-114' });
  await wording.fill('the front desk computer');
  await wording.press('Enter');
  await expect
    .poll(async () => (await read()).names)
    .toEqual([{ name: 'DESK-114', kind: 'host', wording: 'the front desk computer' }]);
  await technician.button('Remove name: DESK-114').click();
  await expect.poll(async () => (await read()).names).toEqual([]);
});

test('the notes are in the language that the session has', async ({ app }) => {
  const { page } = app;
  const technician = new Technician(page);
  const read = await opened(technician);
  await technician.button('Problem').click();
  await page.getByRole('combobox', { name: 'Note language' }).click();
  await page.getByRole('option', { name: 'Deutsch' }).click();
  await expect.poll(async () => (await read()).session.language).toBe('de');
  await page.keyboard.press('Escape');
  await technician.preview('escalate');
  expect(await technician.noteText()).toContain('Bisher wurde nichts bestätigt.');
});
