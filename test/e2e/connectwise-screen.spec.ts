import { expect, sessionOnTicket, TICKET, test } from './connectwise-test.ts';

const TITLE = 'Outlook asks for a password';

test('the whole job on a ticket: found, linked, posted, verified', async ({ psa, technician }) => {
  const { page } = technician;
  await technician.newSession({
    title: TITLE,
    problem: 'Outlook on the front desk asks for a password every few minutes.',
  });
  await technician.linkTicket(TICKET);
  for (const line of [
    '/check Webmail opens without a prompt.',
    '/fix 86 Clear the stored sign-in',
  ]) {
    await technician.say(line);
  }
  const fix = technician.region('Suggested fix');
  await fix.getByRole('button', { name: 'Apply' }).click();
  await technician.recordResult(fix, 'Worked');

  await technician.preview('resolve');
  const preview = technician.region('Note preview');
  const button = preview.getByRole('button', { name: /^Confirm & post/ });
  await expect(button).toContainText('customer, set Completed');
  await expect(preview).toContainText('Northgate Dental');
  const reference = (await preview.getByText(/Ref: [\w-]{8}/).textContent())?.match(
    /Ref: \S+/,
  )?.[0];
  const before = psa.notes(TICKET).length;
  await button.click();
  await expect(
    page.getByText(`Posted to CW #${TICKET}. Status verified: Completed.`).first(),
  ).toBeVisible();
  const notes = psa.notes(TICKET).slice(before);
  expect(notes).toHaveLength(1);
  expect(notes[0]?.text).toContain(reference ?? 'no reference was shown');
});

test('a status that did not change is loud, and closing anyway needs a word', async ({
  psa,
  technician,
}) => {
  await sessionOnTicket(technician);
  await technician.openSession(TITLE);
  psa.fault({ step: 'patchStatus', effect: { kind: 'status-ignored' }, times: 'always' });
  await technician.preview('escalate');
  const button = technician.region('Note preview').getByRole('button', { name: /^Confirm & post/ });
  await expect(button).toContainText('internal only, set Escalated');
  const before = psa.notes(TICKET).length;
  await button.click();
  const preview = technician.region('Note preview');
  await expect(preview).toContainText('The status is NOT what it should be.');
  await expect(preview).toContainText('In Progress');
  await preview.getByRole('button', { name: 'Try the status again' }).click();
  await expect(preview.getByRole('button', { name: 'Try the status again' })).toBeEnabled();
  expect(psa.notes(TICKET).length).toBe(before + 1);
  psa.clearFaults();
  await preview.getByRole('button', { name: 'Try the status again' }).click();
  await expect(
    technician.page.getByText(`Posted to CW #${TICKET}. Status verified: Escalated.`).first(),
  ).toBeVisible();
  expect(psa.notes(TICKET).length).toBe(before + 1);
});

test('no status for the board: posted, and the screen says that the status stays', async ({
  psa,
  technician,
}) => {
  await technician.value('settings.update', { connectwise_statuses: {} });
  await sessionOnTicket(technician);
  await technician.openSession(TITLE);
  await technician.preview('resolve');
  const preview = technician.region('Note preview');
  await expect(preview.getByRole('button', { name: /^Confirm & post/ })).toContainText(
    'status stays',
  );
  await technician.confirm();
  await expect(technician.page.getByText(`Posted to CW #${TICKET}`).first()).toBeVisible();
  expect(psa.ticket(TICKET).status.name).toBe('In Progress');
});

test('without the network: queued from the screen, visible, and taken back', async ({
  technician,
}) => {
  await sessionOnTicket(technician);
  await technician.value('settings.update', { connectwise_site: 'http://127.0.0.1:9' });
  await technician.openSession(TITLE);
  await technician.preview('resolve');
  const preview = technician.region('Note preview');
  await technician.confirm();
  await preview.getByRole('button', { name: 'Queue it' }).click();
  await expect(technician.page.getByRole('button', { name: /1 note waits/ })).toBeVisible();
  await preview.getByRole('button', { name: 'Take it back' }).click();
  await expect(technician.page.getByRole('button', { name: /1 note waits/ })).toBeHidden();
  await technician.preview('resolve');
  expect(await technician.noteText()).toContain('## Problem');
});
