import { expect, openSession, snapshotOf, test } from './copilot-test.ts';
import type { Technician } from './technician.ts';

const CAUSE = 'The prompt was caused by a saved Office sign-in from before the mailbox migration.';
const FIX = 'Clear the stored Office sign-in';

/** A closed session as an earlier day left it: a fact that tells why, and a fix that worked. */
async function earlierWork(technician: Technician): Promise<number> {
  await technician.value('settings.update', { local_drafts_only: true });
  const { id: session_id } = await technician.value('sessions.create', {
    title: 'Outlook password prompt after mailbox migration',
    intake: 'Outlook asks for the password again and again since the mailbox migration.',
    domain: 'email',
    ticket_ref: '',
  });
  await technician.value('facts.add', { session_id, text: CAUSE, source_type: 'technician' });
  const { id: fix_id } = await technician.value('fixes.suggest', {
    session_id,
    title: FIX,
    description: 'Remove the saved entries.',
    confidence: 86,
  });
  await technician.value('fixes.setOutcome', { fix_id, outcome: 'worked' });
  const { markdown } = await technician.value('preview.get', { session_id, kind: 'resolve' });
  await technician.value('posting.post', { session_id, kind: 'resolve', markdown });
  await technician.value('settings.update', { local_drafts_only: false });
  return session_id;
}

const NOW = {
  title: 'Outlook keeps asking for the password',
  problem: 'Since the mailbox migration Outlook shows a password prompt every few minutes.',
};

function similarWork(technician: Technician) {
  return technician.page.getByRole('region', { name: 'Similar work' });
}

test('earlier work is found; a fact and the fix are brought over, marked with where from', async ({
  technician,
}) => {
  const from_session_id = await earlierWork(technician);
  const session_id = await openSession(technician, NOW);
  const similar = similarWork(technician);
  await expect(similar).toContainText('Outlook password prompt after mailbox migration');
  await expect(similar).toContainText(FIX);
  await similar.getByRole('button', { name: /Outlook password prompt/ }).click();
  await similar.getByRole('button', { name: `Use here: ${CAUSE.slice(0, 80)}` }).click();
  const known = technician.region('What we know');
  await expect(known).toContainText('from session “Outlook password prompt');
  await expect(known).toContainText('proposed, not in the notes');
  await similar.getByRole('button', { name: `Use here: ${FIX}` }).click();
  await expect(technician.region('Suggested fix')).toContainText(FIX);
  await expect(similar.getByRole('button', { name: /^Used here/ })).toHaveCount(2);
  const { facts, fixes, session } = await snapshotOf(technician, session_id);
  expect(facts[0]).toMatchObject({ status: 'proposed', from_session_id });
  expect(fixes[0]).toMatchObject({ outcome: 'proposed', from_session_id });
  expect(session.state).toBe('active');
  // Another customer's fact is in no note of this one until it is confirmed.
  await technician.value('ai.removeKey', {});
  await technician.preview('resolve');
  expect(await technician.noteText()).not.toContain('saved Office sign-in from before');
});

test('the copilot may search it: fenced, and nothing of it is taken for a fact', async ({
  fake,
  technician,
}) => {
  await earlierWork(technician);
  const session_id = await openSession(technician, NOW);
  fake.answer(
    { text: 'Let me look.', tools: [{ name: 'search_similar_work', input: { query: null } }] },
    { text: 'An earlier case was a saved sign-in.' },
  );
  await technician.ask('Have we seen this before?');
  const [, second] = fake.requests();
  expect(second?.body).toContain('Similar work begins');
  expect(second?.body).toContain(CAUSE);
  const { facts, proposals } = await snapshotOf(technician, session_id);
  expect([facts, proposals]).toEqual([[], []]);
});

test('nothing alike takes no room', async ({ technician }) => {
  await earlierWork(technician);
  await openSession(technician, { title: 'Printer is offline', problem: 'It blinks red.' });
  await expect(technician.region('What we know')).toBeVisible();
  await expect(similarWork(technician)).toHaveCount(0);
});
