import { expect, openSession, proposing, snapshotOf, test } from './copilot-test.ts';

const CHECK = {
  name: 'suggest_check',
  input: {
    instruction: 'Read the sign-in log of the user',
    meaning: 'Refused legacy sign-ins would point to a saved credential.',
  },
};

test('a suggested check is ticked with its result: a fact with the output, in the note', async ({
  fake,
  technician,
}) => {
  const session_id = await openSession(technician);
  fake.answer(...proposing(CHECK));
  await technician.ask('What next?');
  await expect(technician.lastAnswer()).toContainText('Suggested check');
  const checks = technician.page.getByRole('region', { name: 'Checks' });
  await expect(checks).toContainText(CHECK.input.meaning);
  await checks.getByRole('checkbox', { name: CHECK.input.instruction }).click();
  // A tick is nothing without what it showed.
  await checks.getByRole('button', { name: 'Save' }).click();
  await expect(checks.getByRole('alert').first()).toBeVisible();
  expect((await snapshotOf(technician, session_id)).checks[0]?.state).toBe('open');
  await checks
    .getByRole('textbox', { name: 'Result' })
    .fill('The sign-in log shows 12 refused legacy sign-ins since Monday.');
  await checks.getByRole('textbox', { name: 'Output' }).fill('09:14 legacy refused\n09:15 refused');
  await checks.getByRole('button', { name: 'Save' }).click();
  const known = technician.region('What we know');
  await expect(known).toContainText('12 refused legacy sign-ins');
  await known.getByRole('button', { name: /^Output/ }).click();
  await expect(known).toContainText('09:14 legacy refused');
  await expect(checks.getByRole('checkbox', { name: CHECK.input.instruction })).toBeChecked();
  await expect(technician.lastAnswer()).toContainText('Checked');
  const { facts, attachments, proposals } = await snapshotOf(technician, session_id);
  expect(facts[0]).toMatchObject({ source_type: 'diagnostic_check', status: 'confirmed' });
  expect(attachments[0]?.fact_id).toBe(facts[0]?.id);
  expect(proposals[0]?.state).toBe('confirmed');

  await technician.value('ai.removeKey', {});
  await technician.preview('escalate');
  expect(await technician.noteText()).toContain('12 refused legacy sign-ins');
});

test('a suggested check is a next step of the notes once it is kept', async ({
  fake,
  technician,
}) => {
  const session_id = await openSession(technician);
  const another = {
    name: 'suggest_check',
    input: { instruction: 'Open Outlook in safe mode', meaning: '' },
  };
  fake.answer(...proposing(CHECK, another));
  await technician.ask('What next?');
  await technician.value('ai.removeKey', {});
  await technician.preview('escalate');
  expect(await technician.noteText()).not.toMatch(/sign-in log|safe mode/);

  const checks = technician.page.getByRole('region', { name: 'Checks' });
  await expect(checks.getByText('suggested, not in the notes')).toHaveCount(2);
  await technician.lastAnswer().getByRole('button', { name: 'Keep' }).first().focus();
  await technician.page.keyboard.press('Enter');
  await expect(technician.lastAnswer()).toContainText('Kept');
  // The next card of the kind has the focus, so that the keyboard goes on.
  await expect(technician.lastAnswer().getByRole('button', { name: 'Keep' })).toBeFocused();
  await expect.poll(() => technician.noteText()).toContain('sign-in log');
  expect(await technician.noteText()).not.toContain('safe mode');

  await checks.getByRole('button', { name: 'Keep check: Open Outlook in safe mode' }).click();
  await expect(checks.getByText('suggested, not in the notes')).toHaveCount(0);
  await expect.poll(() => technician.noteText()).toContain('safe mode');
  const { checks: rows, proposals } = await snapshotOf(technician, session_id);
  expect(rows.map(({ state, status }) => [state, status])).toEqual([
    ['open', 'confirmed'],
    ['open', 'confirmed'],
  ]);
  expect(proposals.map(({ state }) => state)).toEqual(['confirmed', 'confirmed']);
});

test('the copilot is told the result and the output with the next message', async ({
  fake,
  technician,
}) => {
  const session_id = await openSession(technician);
  const { id: check_id } = await technician.value('checks.add', {
    session_id,
    instruction: 'Ping the mail server',
  });
  await technician.value('checks.complete', {
    check_id,
    result: 'The mail server answers in 4 ms.',
    output: 'Reply from 10.0.4.21: time=4ms',
  });
  fake.answer({ text: 'Good.' });
  await technician.ask('And now?');
  const [request] = fake.requests();
  expect(request?.body).toContain('The mail server answers in 4 ms.');
  expect(request?.body).toContain('Reply from 10.0.4.21: time=4ms');
});

test('a check taken off the list comes back with undo; done, it can be opened again', async ({
  technician,
}) => {
  const session_id = await openSession(technician);
  await technician.say('/next Restart the router');
  const checks = technician.page.getByRole('region', { name: 'Checks' });
  const box = checks.getByRole('checkbox', { name: 'Restart the router' });
  await expect(box).toBeVisible();
  await checks.getByRole('button', { name: /^Remove check/ }).click();
  await expect(box).toBeHidden();
  await technician.button('Undo').click();
  await box.click();
  await checks.getByRole('textbox', { name: 'Result' }).fill('The line was back after a restart.');
  await checks.getByRole('textbox', { name: 'Result' }).press('Enter');
  await expect(box).toBeChecked();
  await box.click();
  await expect(box).not.toBeChecked();
  // What it showed was true all the same.
  const { facts, checks: kept } = await snapshotOf(technician, session_id);
  expect([facts.length, kept[0]?.state]).toEqual([1, 'open']);
});
