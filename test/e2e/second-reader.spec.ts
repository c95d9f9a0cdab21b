import { expect, openSession, snapshotOf, test } from './copilot-test.ts';
import type { Technician } from './technician.ts';

const says = (text: string, ...evidence_ids: string[]) => ({ text, evidence_ids });

/** Rows count from 1 in a new home. */
const NOTE = {
  problem: [says('Outlook asked for a password.', 'session')],
  confirmed: [[says('Webmail opens without a prompt.', 'fact:1')]],
  resolution: [[says('We cleared the stored sign-in.', 'fact:2')]],
};

/** A verdict on the second of the sentences: the one on webmail. */
const DOUBT = {
  text: {
    sentences: [
      { number: 1, verdict: 'supported', reason: '' },
      { number: 2, verdict: 'not_supported', reason: 'the fact names no prompt' },
    ],
  },
};
const DOUBTED = 'The record may not support this: the fact names no prompt.';

async function workedSession(technician: Technician): Promise<number> {
  const session_id = await openSession(technician);
  await technician.value('facts.add', {
    session_id,
    text: 'Webmail opens without a prompt.',
    source_type: 'diagnostic_check',
    customer_wording: 'Webmail opens without a prompt.',
  });
  await technician.value('facts.add', {
    session_id,
    text: 'We cleared the stored sign-in.',
    source_type: 'technician',
    role: 'change',
  });
  return session_id;
}

const preview = (technician: Technician) => technician.region('Note preview');

const reviewsIn = (requests: readonly { readonly body: string }[]) =>
  requests.filter(({ body }) => body.includes('Rows begins '));

test('a doubt is shown at its sentence, and blocks nothing', async ({ fake, technician }) => {
  const session_id = await workedSession(technician);
  fake.answerNote({ text: NOTE });
  fake.answerReview(DOUBT);
  await technician.preview('resolve');
  const doubts = preview(technician).getByRole('list', { name: 'Second reader' });
  await expect(doubts.getByRole('listitem')).toHaveCount(1);
  const lines = (await technician.noteText()).split('\n');
  const at = lines.findIndex((line) => line.includes('Webmail opens without a prompt.'));
  await doubts.getByRole('button', { name: DOUBTED }).click();
  await expect(preview(technician).getByText(`Line ${at + 1}`)).toBeVisible();
  await expect(preview(technician).locator('.cm-line-warn')).toHaveText(
    /Webmail opens without a prompt\./,
  );

  await technician.confirm();
  await expect(technician.page.getByText('Resolved locally').first()).toBeVisible();
  expect((await snapshotOf(technician, session_id)).session.state).toBe('resolved');
});

test('a doubt goes with the sentence that it was about', async ({ fake, technician }) => {
  await workedSession(technician);
  fake.answerNote({ text: NOTE });
  fake.answerReview(DOUBT, { text: { sentences: [] } });
  await technician.preview('resolve');
  const doubts = preview(technician).getByRole('list', { name: 'Second reader' });
  await expect(doubts).toBeVisible();
  await technician.typeAfter('Webmail opens without a prompt.', ' We checked that twice.');
  await expect(doubts).toBeHidden();
  await expect.poll(() => reviewsIn(fake.requests()).length, { timeout: 15_000 }).toBe(2);
  await expect(doubts).toBeHidden();
});

const FAULTS = [
  ['a server fault', { status: 500 }],
  ['an answer that cannot be read', { text: 'This is not JSON.' }],
  ['a refusal', { text: 'no', stop_reason: 'refusal' }],
] as const;

for (const [name, fault] of FAULTS) {
  test(`${name}: one quiet line, and the note is posted like any other`, async ({
    app,
    fake,
    technician,
  }) => {
    await workedSession(technician);
    fake.answerNote({ text: NOTE });
    fake.answerReview(fault);
    await technician.preview('resolve');
    const quiet = preview(technician).getByText('The second reader couldn’t check this note.');
    await expect(quiet).toBeVisible({ timeout: 15_000 });
    await expect(quiet).toHaveCount(1);
    await expect(preview(technician).getByRole('alert')).toHaveCount(0);
    expect(app.log).toContain('was not read a second time');
    await technician.confirm();
    await expect(technician.page.getByText('Resolved locally').first()).toBeVisible();
  });
}

test('a reader that takes its time delays neither the note nor posting', async ({
  fake,
  technician,
}) => {
  await workedSession(technician);
  fake.answerNote({ text: NOTE });
  fake.answerReview({ ...DOUBT, latency: 40_000 });
  await technician.preview('resolve');
  await expect.poll(() => reviewsIn(fake.requests()).length).toBe(1);
  await technician.typeAfter('We cleared the stored sign-in.', ' It took ten minutes.');
  await expect(preview(technician)).toContainText('Saved');
  await technician.confirm();
  await expect(technician.page.getByText('Resolved locally').first()).toBeVisible();
});

test('switched off, nothing is asked and nothing is shown', async ({ fake, technician }) => {
  const session_id = await workedSession(technician);
  await technician.button('Settings').first().click();
  const settings = technician.page.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('switch', { name: 'Second reader' }).click();
  await expect
    .poll(async () => (await technician.value('settings.get', {})).note_review)
    .toBe(false);
  await technician.page.keyboard.press('Escape');
  fake.answerNote({ text: NOTE });
  fake.answerReview(DOUBT);
  await technician.preview('resolve');
  const markdown = await technician.noteText();
  const input = { session_id, kind: 'resolve', markdown } as const;
  expect(await technician.value('notes.review', input)).toEqual({ state: 'off' });
  // Longer than the screen waits before it has a note read.
  await technician.page.waitForTimeout(1_500);
  expect(reviewsIn(fake.requests())).toEqual([]);
  await expect(preview(technician)).not.toContainText(/second reader/i);
});
