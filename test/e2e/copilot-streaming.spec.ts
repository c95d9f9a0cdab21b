import { expect, longAnswer, openSession, SESSION, snapshotOf, test } from './copilot-test.ts';
import { Technician } from './technician.ts';

const ANSWER = longAnswer(60);
const OTHER = { title: 'VPN drops', problem: 'The VPN drops after a minute.' };

test('an answer grows on the screen and is kept whole, with what it cost', async ({
  fake,
  technician,
}) => {
  const session_id = await openSession(technician);
  fake.answer({ text: ANSWER, tokens_a_second: 100 });
  await technician.say('What next?');
  const answer = technician.answers().last();
  const lengths: number[] = [];
  for (let look = 0; look < 12; look += 1) {
    lengths.push((await answer.textContent().catch(() => ''))?.length ?? 0);
    await technician.page.waitForTimeout(250);
  }
  await expect(answer).toContainText('Sentence 60 of 60.');
  await technician.settled();
  expect(new Set(lengths.filter((length) => length > 0)).size).toBeGreaterThan(4);
  expect(lengths).toEqual(lengths.toSorted((one, other) => one - other));
  const { messages } = await snapshotOf(technician, session_id);
  expect(messages.at(-1)).toMatchObject({ state: 'complete', body: ANSWER, reply_to: 1 });
  expect(messages.at(-1)?.usage?.input_tokens).toBe(812);
  await technician
    .region('Chat lane')
    .getByRole('button', { name: /tokens/ })
    .click();
  await expect(technician.page.getByRole('dialog')).toContainText('This month');
});

test('stop keeps the text, and the lane is free for the next message', async ({
  fake,
  technician,
}) => {
  const session_id = await openSession(technician);
  fake.answer({ text: ANSWER, tokens_a_second: 60 }, { text: 'Shorter now.' });
  await technician.say('What next?');
  await expect(technician.answers().last()).toContainText('Sentence 3');
  await technician.region('Chat lane').getByRole('button', { name: 'Stop' }).click();
  await expect(technician.lastAnswer()).toContainText('Stopped here.');
  const { messages } = await snapshotOf(technician, session_id);
  expect(messages.at(-1)?.state).toBe('stopped');
  expect(messages.at(-1)?.body).toMatch(/^Sentence 1 of 60/);
  await expect(technician.answers().last()).toHaveText(messages.at(-1)?.body.trim() ?? '');
  await technician.ask('Shorter, please');
  await expect(technician.answers().last()).toHaveText('Shorter now.');
});

test('a fault in the middle keeps the text, says why, and Retry writes it anew', async ({
  fake,
  technician,
}) => {
  const session_id = await openSession(technician);
  fake.answer({ text: ANSWER, tokens_a_second: 60, cut_after: 1_500 }, { text: 'Whole again.' });
  await technician.ask('What next?');
  const last = technician.lastAnswer();
  await expect(last).toContainText('Sentence 1 of 60');
  await expect(last).toContainText('broke off in the middle');
  await expect(last).toContainText('What had come is kept.');
  await expect(last).not.toContainText(/\bat \w+ \(|Error:|node_modules|ERR_/);
  await last.getByRole('button', { name: 'Retry' }).click();
  await expect(technician.answers().last()).toHaveText('Whole again.');
  await expect(technician.answers()).toHaveCount(1);
  expect((await snapshotOf(technician, session_id)).messages).toHaveLength(2);
});

const FAULTS = [
  ['a bad key', { status: 401 }, /does not accept the API key/],
  ['a server fault', { status: 500 }, /has a fault \(500\)/],
  ['a refusal', { text: 'no', stop_reason: 'refusal' }, /declined/],
  ['an empty answer', { text: ' ' }, /answered nothing/],
] as const;

for (const [name, fault, words] of FAULTS) {
  test(`${name} is told under the message, with the way on`, async ({ fake, technician }) => {
    await openSession(technician);
    fake.answer(fault);
    await technician.say('What next?');
    const last = technician.lastAnswer();
    await expect(last).toContainText(words, { timeout: 20_000 });
    await expect(last.getByRole('button', { name: /^Retry/ })).toBeVisible();
    if (fault === FAULTS[0][1])
      await expect(last.getByRole('button', { name: 'Settings' })).toBeVisible();
  });
}

test('another session and a reload find the running answer again, and it ends whole', async ({
  app,
  fake,
  technician,
}) => {
  await openSession(technician, OTHER);
  const session_id = await openSession(technician);
  const whole = longAnswer(160);
  fake.answer({ text: whole, tokens_a_second: 60 });
  await technician.say('What next?');
  await expect(technician.answers().last()).toContainText('Sentence 3');
  await technician.openSession(OTHER.title);
  await expect(technician.answers()).toHaveCount(0);
  await technician.openSession(SESSION.title);
  await expect(technician.answers().last()).toContainText('Sentence 5');
  await app.page.reload();
  await app.page.locator('html[data-ready="true"]').waitFor({ state: 'attached' });
  const again = new Technician(app.page);
  await again.openSession(SESSION.title);
  await expect(again.region('Chat lane').getByRole('button', { name: 'Stop' })).toBeVisible();
  await expect(again.answers().last()).toContainText('Sentence 1 of 160');
  await expect(again.answers().last()).toContainText('Sentence 160 of 160.', { timeout: 30_000 });
  await again.settled();
  await expect(again.answers().last()).toHaveText(whole);
  expect((await snapshotOf(again, session_id)).messages.at(-1)?.body).toBe(whole);
  expect(fake.requests()).toHaveLength(1);
});

test('two sessions stream at once, each its own words', async ({ fake, technician }) => {
  await openSession(technician, OTHER);
  await openSession(technician);
  const one = longAnswer(120);
  const other = longAnswer(80, 'Reply');
  fake.answer({ text: one, tokens_a_second: 60 }, { text: other, tokens_a_second: 60 });
  await technician.say('What next?');
  await expect(technician.answers().last()).toContainText('Sentence 2');
  await technician.openSession(OTHER.title);
  await technician.say('And here?');
  await expect(technician.answers().last()).toContainText('Reply 2 of 80');
  await technician.openSession(SESSION.title);
  // This one was still being written while the other one was.
  await expect(technician.region('Chat lane').getByRole('button', { name: 'Stop' })).toBeVisible();
  await expect(technician.answers().last()).toHaveText(one, { timeout: 30_000 });
  await technician.openSession(OTHER.title);
  await expect(technician.answers().last()).toHaveText(other, { timeout: 30_000 });
});

test('edit and resend: the message and what followed leave the lane', async ({
  fake,
  technician,
}) => {
  const session_id = await openSession(technician);
  fake.answer({ text: 'About the phone.' }, { text: 'More.' }, { text: 'About the desktop.' });
  await technician.ask('The phone fails.');
  await technician.ask('Go on.');
  const first = technician.region('Chat lane').getByRole('article', { name: 'You' }).first();
  await first.hover();
  await technician
    .region('Chat lane')
    .locator('li[data-message]')
    .first()
    .getByRole('button', { name: 'Edit', exact: true })
    .click();
  const box = technician.page.getByRole('textbox', { name: 'Message' });
  await expect(box).toHaveValue('The phone fails.');
  await technician.say('The desktop fails.');
  await expect(technician.answers()).toHaveText(['About the desktop.']);
  await expect(technician.region('Chat lane')).not.toContainText('The phone fails.');
  const { messages } = await snapshotOf(technician, session_id);
  expect(messages.map(({ body }) => body)).toEqual(['The desktop fails.', 'About the desktop.']);
  expect(fake.requests().at(-1)?.body).not.toContain('The phone fails.');
});

test('a message sent too early is told, kept, and goes out afterwards', async ({
  fake,
  technician,
}) => {
  await openSession(technician);
  fake.answer({ text: longAnswer(400), tokens_a_second: 50 }, { text: 'Then this.' });
  await technician.say('One');
  const box = technician.page.getByRole('textbox', { name: 'Message' });
  await box.fill('Two');
  await box.press('Enter');
  await expect(box).toHaveValue('Two');
  await expect(technician.region('Chat lane')).toContainText(/still/i);
  // What asks nobody can be noted meanwhile.
  await box.fill('/fact Noted while it writes.');
  await box.press('Enter');
  await expect(technician.region('What we know')).toContainText('Noted while it writes.');
  await technician.region('Chat lane').getByRole('button', { name: 'Stop' }).click();
  await technician.settled();
  await technician.ask('Two');
  await expect(technician.answers().last()).toHaveText('Then this.');
});
