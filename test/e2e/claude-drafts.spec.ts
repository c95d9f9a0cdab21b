import type { Page } from '@playwright/test';
import { type FakeAnthropic, startFakeAnthropic } from '../fakes/anthropic.ts';
import { test as base, expect } from './fixtures.ts';
import { Technician } from './technician.ts';

/** The app with Anthropic's API on loopback and a key in memory. */
const test = base.extend<{ fake: FakeAnthropic; technician: Technician }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures wanted from the pattern
  fake: async ({}, use) => {
    const fake = await startFakeAnthropic();
    await use(fake);
    await fake.stop();
  },
  technician: async ({ app, fake }, use) => {
    const technician = new Technician(app.page);
    await technician.value('settings.update', { ai_base_address: fake.url, note_review: false });
    await technician.value('ai.setKey', { key: 'sk-ant-canary-48213' });
    await use(technician);
  },
});

const says = (text: string, ...evidence_ids: string[]) => ({ text, evidence_ids });

/** Rows count from 1 in a new home. */
const NOTE = {
  problem: [says('Outlook asked for a password.', 'session')],
  confirmed: [[says('Webmail opens without a prompt.', 'fact:1')]],
  resolution: [[says('We cleared the stored sign-in.', 'fact:2')]],
};

async function workedSession(technician: Technician): Promise<number> {
  const { id: session_id } = await technician.value('sessions.create', {
    title: 'Outlook asks for a password',
    intake: 'Outlook asks for a password.',
    domain: 'email',
    ticket_ref: '',
  });
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
  const { id: fix_id } = await technician.value('fixes.suggest', {
    session_id,
    title: 'Remove the old profile',
    confidence: 86,
  });
  await technician.value('fixes.setOutcome', { fix_id, outcome: 'worked' });
  await technician.openSession('Outlook asks for a password');
  return session_id;
}

function strip(page: Page, words: string | RegExp) {
  return page.getByLabel('Note preview').getByText(words);
}

test('Claude writes the note as one watches, and what was sent can be read', async ({
  fake,
  technician,
}) => {
  const session_id = await workedSession(technician);
  fake.answer({ text: NOTE, tokens_a_second: 60 });
  await technician.button('Preview Resolve note').click();
  await expect(strip(technician.page, 'Claude is writing')).toBeVisible();
  const soFar = technician.page.getByLabel('The note so far');
  await expect(soFar).toContainText('Outlook asked for a password.');
  await expect(technician.note()).toContainText('We cleared the stored sign-in.');
  await expect(technician.region('Note preview')).toContainText('AI draft');
  expect(await technician.noteText()).toContain('The root cause was not determined.');

  await technician.button('What the AI sees').click();
  const dialog = technician.page.getByRole('dialog');
  await expect(dialog).toContainText('Webmail opens without a prompt.');
  await dialog.getByRole('tab', { name: 'Was sent' }).click();
  await expect(dialog).toContainText('claude-sonnet-5-5');
  await technician.page.keyboard.press('Escape');

  await technician.confirm();
  await expect(technician.page.getByText('Resolved locally').first()).toBeVisible();
  const sent = await technician.value('ai.sentFor', { session_id, kind: 'resolve' });
  expect(sent?.message).toContain('Webmail opens without a prompt.');
  const { write_backs } = await technician.value('sessions.get', { session_id });
  expect(write_backs[0]).toMatchObject({ draft_origin: 'ai' });
});

test('stopping leaves nothing half-done, and the way on beside it', async ({
  fake,
  technician,
}) => {
  await workedSession(technician);
  fake.answer({ text: NOTE, tokens_a_second: 8 }, { text: NOTE });
  await technician.button('Preview Resolve note').click();
  await technician.button('Stop').click();
  await expect(strip(technician.page, 'Stopped.')).toBeVisible();
  await technician.button('Use the local draft').click();
  await expect(technician.note()).toContainText('## Problem');
  await expect(technician.region('Note preview')).toContainText('Local draft');
});

const faults = [
  ['a bad key', { status: 401 }, /does not accept the API key/, 'Open settings'],
  ['a limit', { status: 429, retry_after: 1 }, /reached its limit/, 'Try again'],
  ['overload', { status: 529, type: 'overloaded_error' }, /overloaded/, 'Try again'],
  ['a server fault', { status: 500 }, /has a fault \(500\)/, 'Try again'],
  ['a refusal', { text: 'no', stop_reason: 'refusal' }, /declined/, 'Try again'],
  ['a note cut off', { text: '{"a', stop_reason: 'max_tokens' }, /cut off/, 'Try again'],
  ['nonsense', { text: 'This is not JSON.' }, /could not be read/, 'Try again'],
  [
    'a connection that breaks',
    { text: 'x'.repeat(4_000), tokens_a_second: 100, cut_after: 200 },
    /broke off/,
    'Try again',
  ],
] as const;

for (const [name, fault, words, next] of faults) {
  test(`${name}: the local draft stands in, and the screen says why`, async ({
    app,
    fake,
    technician,
  }) => {
    await workedSession(technician);
    fake.answer(fault);
    await technician.button('Preview Resolve note').click();
    await expect(technician.note()).toContainText('## Problem', { timeout: 15_000 });
    const preview = technician.region('Note preview');
    await expect(preview).toContainText('Written on this machine.');
    await expect(preview).toContainText(words);
    await expect(preview.getByRole('button', { name: new RegExp(next) }).first()).toBeVisible();
    await expect(preview).not.toContainText(/\bat \w+ \(|Error:|node_modules/);
    expect(app.log).toContain('was not written by the AI');
  });
}

test('no network: said in plain words, with the local draft', async ({ fake, technician }) => {
  await workedSession(technician);
  await fake.stop();
  await technician.button('Preview Resolve note').click();
  const preview = technician.region('Note preview');
  await expect(preview).toContainText(/Nothing answers at the AI's address/, { timeout: 15_000 });
  await expect(technician.note()).toContainText('## Problem');
});

test('a regeneration that fails leaves the text as it was', async ({ fake, technician }) => {
  await workedSession(technician);
  fake.answer({ text: NOTE }, { status: 400, message: 'nonsense' });
  await technician.preview('resolve');
  await technician.typeAfter('We cleared the stored sign-in.', ' It took ten minutes.');
  const before = await technician.noteText();
  await technician.button('Regenerate').click();
  await technician.button('Replace my edits').click();
  const preview = technician.region('Note preview');
  await expect(preview).toContainText('No new draft.');
  expect(await technician.noteText()).toBe(before);
  await preview.getByRole('button', { name: 'Use the local draft' }).click();
  await technician.button('Keep mine').click();
  expect(await technician.noteText()).toBe(before);
  await preview.getByRole('button', { name: 'Use the local draft' }).click();
  await technician.button('Replace my edits').click();
  await expect.poll(() => technician.noteText()).not.toBe(before);
  await technician.note().press('Control+z');
  await expect.poll(() => technician.noteText()).toBe(before);
});

const ANOTHER = {
  ...NOTE,
  problem: [says('Outlook kept asking for a password.', 'session')],
};

test('words written while a new note is made stay, and the note is on offer', async ({
  fake,
  technician,
}) => {
  await workedSession(technician);
  fake.answer({ text: NOTE }, { text: ANOTHER, latency: 6_000 });
  await technician.preview('resolve');
  await technician.button('Regenerate').click();
  await expect(strip(technician.page, 'Claude is reading the facts')).toBeVisible();
  await technician.typeAfter('We cleared the stored sign-in.', ' It took ten minutes.');
  const preview = technician.region('Note preview');
  await expect(preview).toContainText('There is a new note. Your text is untouched.');
  expect(await technician.noteText()).toContain('It took ten minutes.');
  expect(await technician.noteText()).not.toContain('kept asking');

  await technician.button('Take the new note').click();
  await technician.button('Replace my edits').click();
  await expect.poll(() => technician.noteText()).toContain('kept asking');
  expect(await technician.noteText()).not.toContain('It took ten minutes.');
});

test('a new attempt after a failure asks before it replaces what was written since', async ({
  fake,
  technician,
}) => {
  await workedSession(technician);
  fake.answer({ text: NOTE }, { status: 400, message: 'nonsense' }, { text: ANOTHER });
  await technician.preview('resolve');
  await technician.button('Regenerate').click();
  const preview = technician.region('Note preview');
  await expect(preview).toContainText('No new draft.');
  await technician.typeAfter('We cleared the stored sign-in.', ' It took ten minutes.');
  await preview.getByRole('button', { name: 'Try again' }).click();
  await technician.button('Keep mine').click();
  expect(await technician.noteText()).toContain('It took ten minutes.');
  await preview.getByRole('button', { name: 'Try again' }).click();
  await technician.button('Replace my edits').click();
  await expect.poll(() => technician.noteText()).toContain('kept asking');
});

test('undo leads back to the technician’s text past notes that came by themselves', async ({
  fake,
  technician,
}) => {
  const session_id = await workedSession(technician);
  fake.answer(
    { text: NOTE },
    { text: ANOTHER },
    { text: { ...ANOTHER, confirmed: [[says('Webmail opens.', 'fact:1')]] } },
  );
  await technician.preview('resolve');
  await technician.typeAfter('We cleared the stored sign-in.', ' It took ten minutes.');
  const mine = await technician.noteText();
  await technician.button('Regenerate').click();
  await technician.button('Replace my edits').click();
  await expect.poll(() => technician.noteText()).toContain('kept asking');
  const taken = await technician.noteText();
  await technician.value('facts.add', {
    session_id,
    text: 'The phone works as well.',
    source_type: 'technician',
  });
  await expect.poll(() => technician.noteText()).not.toBe(taken);
  await technician.note().press('Control+z');
  await expect.poll(() => technician.noteText()).toBe(taken);
  await technician.note().press('Control+z');
  await expect.poll(() => technician.noteText()).toBe(mine);
});

test('a sheet opened again while its note is being made can stop it', async ({
  fake,
  technician,
}) => {
  await workedSession(technician);
  fake.answer({ text: NOTE, latency: 20_000 });
  const toggle = technician.button('Preview Resolve note');
  await toggle.click();
  await expect(strip(technician.page, 'Claude is reading the facts')).toBeVisible();
  await toggle.click();
  await expect(technician.button('Stop')).toBeHidden();
  await toggle.click();
  await expect(strip(technician.page, 'The note is being written')).toBeVisible();
  await technician.button('Stop').click();
  await expect(strip(technician.page, 'Stopped.')).toBeVisible();
});

test('findings get one repair turn; what remains is marked, and blocks until it is mended', async ({
  fake,
  technician,
}) => {
  const session_id = await workedSession(technician);
  const wrong = {
    ...NOTE,
    confirmed: [[says('Webmail opens at 10.0.0.7 without a prompt.', 'fact:1')]],
  };
  fake.answer({ text: wrong });
  await technician.preview('resolve');
  const notes = fake.requests().filter(({ path }) => path === '/v1/messages');
  expect(notes).toHaveLength(2);
  expect(notes[1]?.body).toContain('These checks did not pass');
  await technician.confirm();
  const preview = technician.region('Note preview');
  await expect(preview).toContainText('10.0.0.7');
  const { session } = await technician.value('sessions.get', { session_id });
  expect(session.state).toBe('active');
});

test('a slow answer and a change meanwhile: nothing is kept under the new version', async ({
  fake,
  technician,
}) => {
  const session_id = await workedSession(technician);
  fake.answer(
    { text: NOTE, latency: 1_500 },
    { text: { ...NOTE, problem: [says('The second answer.', 'session')] } },
  );
  const slow = technician.value('preview.get', { session_id, kind: 'resolve' });
  await expect.poll(() => fake.requests().length).toBe(1);
  await technician.value('facts.add', {
    session_id,
    text: 'The phone works as well.',
    source_type: 'technician',
  });
  const first = await slow;
  expect(first.markdown).not.toContain('The second answer.');
  const second = await technician.value('preview.get', { session_id, kind: 'resolve' });
  expect(second.state_version).toBe(first.state_version + 1);
  expect(second).toMatchObject({ from_cache: false, origin: 'ai' });
  expect(second.markdown).toContain('The second answer.');
});

test('concurrent requests share one generation', async ({ fake, technician }) => {
  const session_id = await workedSession(technician);
  fake.answer({ text: NOTE, latency: 300 });
  const all = await Promise.all(
    [1, 2, 3].map(() => technician.value('preview.get', { session_id, kind: 'resolve' })),
  );
  expect(new Set(all.map(({ markdown }) => markdown)).size).toBe(1);
  expect(fake.requests().filter(({ path }) => path === '/v1/messages')).toHaveLength(1);
});
