import { startFakeAnthropic } from '../fakes/anthropic.ts';
import {
  expect,
  longAnswer,
  openSession,
  SESSION,
  snapshotOf,
  test,
  withKey,
} from './copilot-test.ts';
import { test as plain } from './fixtures.ts';
import { Technician } from './technician.ts';

test('kill -9 in the middle of an answer: what had come is there, with words and Retry', async ({
  app,
  fake,
  technician,
}) => {
  const session_id = await openSession(technician);
  fake.answer({ text: longAnswer(200), tokens_a_second: 60 }, { text: 'Whole again.' });
  await technician.say('What next?');
  // Text is on disk a second after it came, at the latest.
  await expect(technician.answers().last()).toContainText('Sentence 8 of 200.');
  await technician.page.waitForTimeout(1_200);
  await app.kill('SIGKILL');
  await app.relaunch();
  const again = new Technician(app.page);
  await withKey(again, fake);
  await again.openSession(SESSION.title);
  const last = again.lastAnswer();
  await expect(last).toContainText('Sentence 8 of 200.');
  await expect(last).toContainText('The app closed while this was being written.');
  const { messages } = await snapshotOf(again, session_id);
  expect(messages.at(-1)?.state).toBe('interrupted');
  expect(longAnswer(200)).toContain(messages.at(-1)?.body);
  await last.getByRole('button', { name: 'Retry' }).click();
  await expect(again.answers()).toHaveText(['Whole again.']);
});

test('quitting in the middle of an answer keeps it too', async ({ app, fake, technician }) => {
  const session_id = await openSession(technician);
  fake.answer({ text: longAnswer(200), tokens_a_second: 60 });
  await technician.say('What next?');
  await expect(technician.answers().last()).toContainText('Sentence 4 of 200.');
  const again = new Technician(await app.relaunch());
  const { messages } = await snapshotOf(again, session_id);
  expect(messages.at(-1)?.state).toBe('interrupted');
  expect(messages.at(-1)?.body).toContain('Sentence 4 of 200.');
});

test('the monthly limit stops the next answer, says so, and raising it goes on', async ({
  fake,
  technician,
}) => {
  await openSession(technician);
  await technician.value('settings.update', { ai_monthly_limit: 1 });
  fake.answer({ text: 'Dear.', input_tokens: 900_000 }, { text: 'On we go.' });
  await technician.ask('What next?');
  const lane = technician.region('Chat lane');
  await expect(lane.getByRole('button', { name: 'Monthly AI limit reached' })).toBeVisible();
  await technician.ask('And then?');
  const last = technician.lastAnswer();
  await expect(last).toContainText(/limit of 1 US dollar/);
  expect(fake.requests()).toHaveLength(1);
  // All else goes on.
  await technician.say('/fact Noted by hand.');
  await expect(technician.region('What we know')).toContainText('Noted by hand.');
  await technician.value('settings.update', { ai_monthly_limit: 50 });
  await last.getByRole('button', { name: /^Retry/ }).click();
  await expect(technician.answers().last()).toHaveText('On we go.');
});

test('what the AI sees: the whole request, without the secret that was typed', async ({
  fake,
  technician,
}) => {
  const session_id = await openSession(technician);
  await technician.value('scripts.recordRun', {
    session_id,
    name: 'Unlock.ps1',
    outcome: 'unlocked',
    parameters: [{ name: 'Password', secret: true, value: 'Harbor-Lantern-29' }],
  });
  fake.answer({ text: 'Noted.' });
  await technician.ask('I signed in with Harbor-Lantern-29 and it works.');
  const lane = technician.region('Chat lane');
  await expect(lane).not.toContainText('Harbor-Lantern-29');
  await lane.getByRole('button', { name: /tokens/ }).click();
  await technician.button('What the AI sees').click();
  const dialog = technician.page.getByRole('dialog', { name: 'What the AI sees' });
  await expect(dialog).toContainText('I signed in with (secret) and it works.');
  await expect(dialog).toContainText('Record begins');
  expect(JSON.stringify(fake.requests())).not.toContain('Harbor-Lantern-29');
});

plain('without a key all but the AI’s turns works, and nothing nags', async ({ app }) => {
  const technician = new Technician(app.page);
  const session_id = await openSession(technician);
  const lane = technician.region('Chat lane');
  await technician.say('Reading the sign-in log.');
  await technician.say('/next Open webmail with the same account');
  await technician.say('/fix 70 Clear the stored sign-in');
  await technician.region('Suggested fix').getByRole('button', { name: 'Apply' }).click();
  await technician.recordResult(lane, 'Worked');
  await technician.region('Scripts').getByRole('button', { name: 'From a template' }).click();
  const library = app.page.getByRole('dialog');
  await expect(library).toContainText('Restart a Windows service');
  await app.page.keyboard.press('Escape');
  await expect(library).toBeHidden();
  await expect(lane.getByRole('article', { name: 'You' })).toHaveText(['Reading the sign-in log.']);
  for (const name of [/Retry/, /Stop/, /tokens/, /API key/, /Set up/]) {
    await expect(lane.getByRole('button', { name })).toHaveCount(0);
  }
  await expect(lane).not.toContainText(/key|Anthropic|Claude|copilot/i);
  const { messages, checks, fixes, proposals } = await snapshotOf(technician, session_id);
  expect([messages.length, checks.length, fixes[0]?.outcome, proposals]).toEqual([
    1,
    1,
    'worked',
    [],
  ]);
});

plain('with a key but on this machine only, the lane is quiet too', async ({ app }) => {
  const fake = await startFakeAnthropic();
  try {
    const technician = new Technician(app.page);
    await withKey(technician, fake);
    await technician.value('settings.update', { local_drafts_only: true });
    await openSession(technician);
    await technician.say('Only for me.');
    const lane = technician.region('Chat lane');
    await expect(lane.getByRole('article', { name: 'You' })).toHaveText(['Only for me.']);
    await expect(technician.answers()).toHaveCount(0);
    expect(fake.requests()).toEqual([]);
  } finally {
    await fake.stop();
  }
});
