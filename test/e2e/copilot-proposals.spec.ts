import { expect, fact, fix, openSession, proposing, snapshotOf, test } from './copilot-test.ts';
import type { Technician } from './technician.ts';

/** The note as the local drafter writes it, whatever the AI would say. */
async function localNote(technician: Technician, kind: 'resolve' | 'escalate'): Promise<string> {
  await technician.value('ai.removeKey', {});
  await technician.preview(kind);
  return technician.noteText();
}

const WEBMAIL = 'Webmail opens without a prompt.';
const PHONE = 'The phone gets mail.';
const CABLE = 'The cable was changed.';

test('a proposed fact is in no note until it is confirmed', async ({ fake, technician }) => {
  const session_id = await openSession(technician);
  fake.answer(...proposing(fact(WEBMAIL), fact(PHONE)));
  await technician.ask(`${WEBMAIL} ${PHONE}`);
  await expect(technician.proposed('fact')).toHaveCount(2);
  await expect(technician.region('What we know')).toContainText('proposed, not in the notes');
  const card = technician.proposed('fact').filter({ hasText: WEBMAIL });
  await card.getByRole('button', { name: 'Confirm' }).click();
  await expect(technician.proposed('fact')).toHaveCount(1);
  await expect(technician.lastAnswer()).toContainText(`Confirmed${WEBMAIL}`);
  const note = await localNote(technician, 'escalate');
  expect(note).toContain('Webmail opens without a prompt');
  expect(note).not.toContain('phone gets mail');
  const { facts, proposals } = await snapshotOf(technician, session_id);
  expect(facts.map(({ status }) => status)).toEqual(['confirmed', 'proposed']);
  expect(facts[0]?.source_message_id).toBe(1);
  expect(proposals.map(({ state }) => state)).toEqual(['confirmed', 'open']);
});

test('reject takes a fact away in both places, undo brings it back as proposed', async ({
  fake,
  technician,
}) => {
  const session_id = await openSession(technician);
  fake.answer(...proposing(fact(CABLE)));
  await technician.ask(CABLE);
  await technician.proposed('fact').getByRole('button', { name: 'Reject' }).click();
  await expect(technician.proposed('fact')).toHaveCount(0);
  await expect(technician.region('What we know')).not.toContainText(CABLE);
  const last = technician.lastAnswer();
  await expect(last).toContainText(`Rejected${CABLE}`);
  expect((await snapshotOf(technician, session_id)).proposals[0]?.state).toBe('rejected');
  await last.getByRole('button', { name: 'Undo' }).click();
  await expect(technician.proposed('fact')).toHaveCount(1);
  expect((await snapshotOf(technician, session_id)).facts[0]?.status).toBe('proposed');
});

test('edit before confirm: the words are the technician’s', async ({ fake, technician }) => {
  const session_id = await openSession(technician);
  fake.answer(...proposing(fact(CABLE)));
  await technician.ask(CABLE);
  await technician.proposed('fact').getByRole('button', { name: 'Edit' }).click();
  const lane = technician.region('Chat lane');
  await lane.getByRole('textbox', { name: 'Fact' }).fill('The patch cable was changed.');
  await lane
    .getByRole('button', { name: /^(Save|Confirm)/ })
    .first()
    .click();
  await expect(technician.region('What we know')).toContainText('The patch cable was changed.');
  const { facts } = await snapshotOf(technician, session_id);
  expect(facts.map(({ text }) => text)).toEqual(['The patch cable was changed.']);
});

test('confirm all leaves a fact with unknown names to a look of its own', async ({
  fake,
  technician,
}) => {
  const session_id = await openSession(technician);
  const invented = 'KB5034441 was installed on SRV-DB-77.';
  fake.answer(...proposing(fact(WEBMAIL), fact(PHONE), fact(invented)));
  await technician.ask(`${WEBMAIL} ${PHONE}`);
  const card = technician.proposed('fact').filter({ hasText: invented });
  await expect(card).toContainText('SRV-DB-77');
  await technician
    .region('Chat lane')
    .getByRole('group', { name: 'Proposed by the copilot' })
    .getByRole('button', { name: 'Confirm all' })
    .click();
  await expect(technician.proposed('fact')).toHaveCount(1);
  const { facts } = await snapshotOf(technician, session_id);
  expect(facts.map(({ status }) => status)).toEqual(['confirmed', 'confirmed', 'proposed']);
});

test('a proposed fix supersedes the active one only when it is confirmed', async ({
  fake,
  technician,
}) => {
  const session_id = await openSession(technician);
  await technician.say('/fix 40 Restart Outlook');
  fake.answer(...proposing(fix('Clear the stored sign-in')));
  await technician.ask('It came back after the restart.');
  const active = technician.region('Suggested fix');
  const before = await snapshotOf(technician, session_id);
  expect(before.fixes.map(({ title, superseded_at }) => [title, superseded_at])).toEqual([
    ['Restart Outlook', null],
  ]);
  await expect(technician.proposed('fix')).toContainText('Replaces the fix “Restart Outlook”.');
  await technician.proposed('fix').getByRole('button', { name: 'Confirm' }).click();
  await expect(technician.lastAnswer()).toContainText('Suggested');
  await expect(active.getByRole('heading', { name: 'Clear the stored sign-in' })).toBeVisible();
  const { fixes, proposals } = await snapshotOf(technician, session_id);
  expect(fixes.map(({ title }) => title)).toEqual(['Clear the stored sign-in', 'Restart Outlook']);
  expect(fixes[1]?.superseded_at).not.toBeNull();
  expect(proposals[0]?.state).toBe('confirmed');
});

test('a rejected fix changes nothing', async ({ fake, technician }) => {
  const session_id = await openSession(technician);
  await technician.say('/fix 40 Restart Outlook');
  fake.answer(...proposing(fix('Reinstall Windows')));
  await technician.ask('What else?');
  await technician.proposed('fix').getByRole('button', { name: 'Reject' }).click();
  await expect(technician.proposed('fix')).toHaveCount(0);
  const { fixes } = await snapshotOf(technician, session_id);
  expect(fixes.map(({ title }) => title)).toEqual(['Restart Outlook']);
});

test('a proposed result counts once it is confirmed, and the bar above the box goes', async ({
  fake,
  technician,
}) => {
  const session_id = await openSession(technician);
  await technician.say('/fix 86 Clear the stored sign-in');
  await technician.region('Suggested fix').getByRole('button', { name: 'Apply' }).click();
  const lane = technician.region('Chat lane');
  const result = lane.getByRole('group', { name: 'Fix result' });
  await expect(result).toBeVisible();
  const outcome = {
    ...{ fix: 1, outcome: 'failed', note: 'The prompt came back after the restart.' },
    ...{ done: null, cause: null },
  };
  fake.answer(...proposing({ name: 'propose_outcome', input: outcome }));
  await technician.ask('The prompt came back after the restart.');
  expect((await snapshotOf(technician, session_id)).fixes[0]?.outcome).toBe('applied');
  await expect(result).toBeVisible();
  await technician.proposed('result').getByRole('button', { name: 'Confirm' }).click();
  await expect(result).toBeHidden();
  const { fixes } = await snapshotOf(technician, session_id);
  expect(fixes[0]).toMatchObject({ outcome: 'failed', outcome_note: outcome.note });
  const note = await localNote(technician, 'escalate');
  expect(note).toContain('prompt came back after the restart');
});

test('an open result is asked for before a note goes out', async ({ technician }) => {
  const session_id = await openSession(technician);
  await technician.value('ai.removeKey', {});
  await technician.say('/check Webmail opens without a prompt.');
  await technician.say('/fix 86 Clear the stored sign-in');
  await technician.region('Suggested fix').getByRole('button', { name: 'Apply' }).click();
  await technician.preview('resolve');
  await technician.confirm();
  const question = technician.page.getByRole('dialog', { name: /^Did “.*” work\?$/ });
  await expect(question).toBeVisible();
  await question.getByRole('button', { name: 'Back to the note' }).click();
  expect((await snapshotOf(technician, session_id)).session.state).toBe('active');
  await technician.confirm();
  await technician.recordResult(question, 'Worked');
  await expect(question).toBeHidden();
  // Nothing went out with the old text; the note is made anew and tells the outcome.
  expect((await snapshotOf(technician, session_id)).session.state).toBe('active');
  await expect.poll(() => technician.noteText()).toMatch(/it worked/i);
  await technician.confirm();
  await expect(technician.page.getByText('Resolved locally').first()).toBeVisible();
  const { session, fixes } = await snapshotOf(technician, session_id);
  expect([session.state, fixes[0]?.outcome]).toEqual(['resolved', 'worked']);
});

test('whoever goes on without a result is asked once, and the note says so', async ({
  technician,
}) => {
  const session_id = await openSession(technician);
  await technician.value('ai.removeKey', {});
  await technician.say('/fix 86 Clear the stored sign-in');
  await technician.region('Suggested fix').getByRole('button', { name: 'Apply' }).click();
  await technician.preview('escalate');
  await technician.confirm();
  await technician.page
    .getByRole('dialog', { name: /^Did “.*” work\?$/ })
    .getByRole('button', { name: 'Post as “result unknown”' })
    .click();
  await expect(technician.page.getByText('Escalated locally').first()).toBeVisible();
  const { write_backs } = await snapshotOf(technician, session_id);
  expect(write_backs[0]?.markdown).toContain('Clear the stored sign-in');
});
