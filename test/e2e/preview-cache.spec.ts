import type { NoteKind } from '../../shared/domain/note.ts';
import { expect, test } from './fixtures.ts';
import { Technician } from './technician.ts';

test('the state version is the truth of the preview cache', async ({ app }) => {
  const technician = new Technician(app.page);
  const { id: session_id } = await technician.value('sessions.create', {
    title: 'Printer queue stops',
    intake: 'The queue of the front desk printer stops every morning.',
    domain: 'printing',
    ticket_ref: '',
  });
  const look = (kind: NoteKind, force = false) =>
    technician.value('preview.get', { session_id, kind, force });

  const first = await look('resolve');
  expect(first).toMatchObject({ from_cache: false, origin: 'local', target_ticket_ref: null });
  expect(await look('resolve')).toEqual({ ...first, from_cache: true });
  // The two kinds live side by side.
  expect((await look('escalate')).from_cache).toBe(false);
  expect((await look('escalate')).from_cache).toBe(true);
  expect((await look('resolve')).from_cache).toBe(true);
  expect((await look('resolve', true)).from_cache).toBe(false);

  // An unrelated write changes nothing.
  await technician.value('messages.add', { session_id, body: 'Calling the front desk.' });
  await technician.value('drafts.save', {
    session_id,
    kind: 'resolve',
    markdown: 'draft',
    base_markdown: first.markdown,
    base_state_version: first.state_version,
  });
  expect((await look('resolve')).from_cache).toBe(true);

  // Each of the three kinds of write, and the session's own words, make a new one.
  const writes = [
    () =>
      technician.value('facts.add', {
        session_id,
        text: 'The spooler stopped at 07:58.',
        source_type: 'diagnostic_check',
      }),
    () =>
      technician.value('fixes.suggest', {
        session_id,
        title: 'Replace the driver',
        confidence: 70,
      }),
    () =>
      technician.value('scripts.recordRun', {
        session_id,
        name: 'Restart-Spooler',
        outcome: 'the queue went on',
      }),
    () => technician.value('sessions.update', { session_id, ticket_ref: 'CW #48213' }),
  ];
  let version = first.state_version;
  for (const write of writes) {
    await write();
    const next = await look('resolve');
    expect(next.from_cache).toBe(false);
    expect(next.state_version).toBeGreaterThan(version);
    expect((await look('resolve')).from_cache).toBe(true);
    version = next.state_version;
  }
  expect((await look('resolve')).target_ticket_ref).toBe('CW #48213');

  // A restart costs nothing.
  await app.relaunch();
  const after = new Technician(app.page);
  expect(
    (await after.value('preview.get', { session_id, kind: 'resolve', force: false })).from_cache,
  ).toBe(true);
});

test('the shown preview follows the facts; an edited draft is kept and says so', async ({
  app,
}) => {
  const technician = new Technician(app.page);
  await technician.newSession({
    title: 'MFA prompt loop',
    problem: 'One user is asked again and again.',
  });
  await technician.preview('escalate');
  await technician.say('/check The token of the phone is registered twice.');
  await expect(technician.note()).toContainText('registered twice');

  await technician.typeAfter('## Problem', '\nThe user is on the road until Friday.');
  await expect(technician.region('Note preview')).toContainText('Saved');
  await technician.say('/fact The second registration is from May.');
  const sheet = technician.region('Note preview');
  await expect(sheet).toContainText('facts changed');
  await expect(technician.note()).toContainText('on the road until Friday');
  await expect(technician.note()).not.toContainText('from May');
  await sheet.getByRole('button', { name: 'Compare' }).first().click();
  await expect(sheet).toContainText('from May');
});
