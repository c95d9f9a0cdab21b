import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { NoteKind } from '../../shared/domain/note.ts';
import { connect, expect, sessionOnTicket, TICKET, test } from './connectwise-test.ts';
import { Technician } from './technician.ts';

async function post(technician: Technician, session_id: number, kind: NoteKind) {
  const { markdown } = await technician.value('preview.get', { session_id, kind });
  return technician.invoke('posting.post', { session_id, kind, markdown });
}

test('a resolution note: on the ticket once, in Resolution alone, the status verified', async ({
  psa,
  technician,
}) => {
  const session_id = await sessionOnTicket(technician);
  const before = psa.notes(TICKET).length;
  const { markdown } = await technician.value('preview.get', { session_id, kind: 'resolve' });
  const { reference } = await technician.value('posting.plan', { session_id, kind: 'resolve' });
  const posted = await technician.value('posting.post', { session_id, kind: 'resolve', markdown });
  expect(posted).toMatchObject({ outcome: 'resolved', session: { state: 'resolved' } });
  const notes = psa.notes(TICKET).slice(before);
  expect(notes).toHaveLength(1);
  expect(notes[0]?.flags).toEqual({ discussion: false, internal: false, resolution: true });
  expect(notes[0]?.text).toContain(markdown.trim());
  expect(notes[0]?.text).toContain(reference ?? 'no reference');
  expect(psa.ticket(TICKET).status.name).toBe('Completed');
});

test('an escalation package: internal alone, whatever is set for resolutions', async ({
  psa,
  technician,
}) => {
  await technician.value('settings.update', { connectwise_discussion_too: true });
  const session_id = await sessionOnTicket(technician);
  const before = psa.notes(TICKET).length;
  expect(await post(technician, session_id, 'escalate')).toMatchObject({
    ok: true,
    value: { outcome: 'escalated' },
  });
  const [note, ...more] = psa.notes(TICKET).slice(before);
  expect(more).toEqual([]);
  expect(note?.flags).toEqual({ discussion: false, internal: true, resolution: false });
  expect(psa.ticket(TICKET).status.name).toBe('Escalated');
});

test('a status that is silently not changed is told, and tried again without a second note', async ({
  psa,
  technician,
}) => {
  const session_id = await sessionOnTicket(technician);
  const before = psa.notes(TICKET).length;
  psa.fault({ step: 'patchStatus', effect: { kind: 'status-ignored' }, times: 'always' });
  const refused = await post(technician, session_id, 'resolve');
  expect(refused).toMatchObject({
    ok: false,
    error: { code: 'PSA_STATUS_NOT_VERIFIED', details: { wanted: 'Completed', how: 'ignored' } },
  });
  const { session } = await technician.value('sessions.get', { session_id });
  expect(session.state).toBe('active');
  psa.clearFaults();
  const posted = await technician.value('posting.retry', { session_id });
  expect(posted.outcome).toBe('resolved');
  expect(psa.notes(TICKET).length).toBe(before + 1);
});

test('an answer that is lost after the write: the note is found, not posted again', async ({
  psa,
  technician,
}) => {
  const session_id = await sessionOnTicket(technician);
  const before = psa.notes(TICKET).length;
  psa.fault({ step: 'postNote', effect: { kind: 'cut', when: 'after-write' } });
  expect(await post(technician, session_id, 'resolve')).toMatchObject({ ok: true });
  expect(psa.notes(TICKET).length).toBe(before + 1);
  expect(psa.requests.filter(({ step }) => step === 'postNote')).toHaveLength(1);
});

test("Chromium's own resending on a dead connection never makes a second note", async ({
  psa,
  technician,
}) => {
  const session_id = await sessionOnTicket(technician);
  // Connections that may be used again are at hand.
  await technician.value('psa.findTickets', { query: '' });
  await technician.value('psa.ticket', { ticket_id: TICKET });
  const before = psa.notes(TICKET).length;
  psa.fault({
    step: 'postNote',
    effect: { kind: 'cut', when: 'after-write', only_reused: true },
    times: 'always',
  });
  expect(await post(technician, session_id, 'resolve')).toMatchObject({ ok: true });
  const posts = psa.requests.filter(({ step }) => step === 'postNote');
  expect(posts.map(({ carried_before }) => carried_before)).toEqual([0]);
  expect(psa.notes(TICKET).length).toBe(before + 1);
});

test('killed in the middle: the next start goes on, with one note', async ({
  app,
  psa,
  technician,
}) => {
  const session_id = await sessionOnTicket(technician);
  const before = psa.notes(TICKET).length;
  const { markdown } = await technician.value('preview.get', { session_id, kind: 'resolve' });
  psa.fault({ step: 'getNote', effect: { kind: 'delayed', ms: 20_000 } });
  void technician.invoke('posting.post', { session_id, kind: 'resolve', markdown }).catch(() => {});
  await expect.poll(() => psa.notes(TICKET).length).toBe(before + 1);
  await app.kill();
  psa.clearFaults();
  const again = new Technician(await app.launch());
  await connect(again, psa);
  await expect
    .poll(async () => (await again.value('sessions.get', { session_id })).session.state, {
      timeout: 20_000,
    })
    .toBe('resolved');
  expect(psa.notes(TICKET).length).toBe(before + 1);
  expect(psa.ticket(TICKET).status.name).toBe('Completed');
});

test('offline: queued, and sent when the network is back', async ({ psa, technician }) => {
  const session_id = await sessionOnTicket(technician);
  const { markdown } = await technician.value('preview.get', { session_id, kind: 'escalate' });
  psa.fault({ step: 'any', effect: { kind: 'cut', when: 'before-write' }, times: 'always' });
  const note = { session_id, kind: 'escalate' as const, markdown };
  expect(await technician.invoke('posting.post', note)).toMatchObject({
    ok: false,
    error: { code: 'OFFLINE' },
  });
  expect(await technician.value('posting.queue', note)).toMatchObject({ stage: 'queued' });
  await technician.value('outbox.send', {});
  expect(await technician.value('outbox.list', {})).toHaveLength(1);
  // Another address is another system: the note is not for it.
  await technician.value('settings.update', { connectwise_site: 'http://127.0.0.1:9' });
  psa.clearFaults();
  await technician.value('outbox.send', {});
  expect(await technician.value('outbox.list', {})).toHaveLength(1);
  await technician.value('settings.update', { connectwise_site: psa.url });
  expect(await technician.value('outbox.send', {})).toEqual([]);
  const { session } = await technician.value('sessions.get', { session_id });
  expect(session.state).toBe('escalated');
});

test('the keys are in nothing that is kept, logged or answered', async ({
  app,
  psa,
  technician,
}) => {
  const { public_key, private_key } = psa.credentials;
  const session_id = await sessionOnTicket(technician);
  psa.fault({ step: 'postNote', effect: { kind: 'unauthorized' } });
  const answers = [
    await technician.invoke('psa.status', {}),
    await technician.invoke('psa.test', {}),
    await technician.invoke('settings.get', {}),
    await post(technician, session_id, 'resolve'),
    await post(technician, session_id, 'resolve'),
    await technician.invoke('posting.auditTrail', { session_id }),
  ];
  await app.close();
  const entries = await readdir(app.home, { recursive: true, withFileTypes: true });
  const files = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => readFile(join(entry.parentPath, entry.name), 'latin1')),
  );
  const basic = Buffer.from(`${psa.credentials.company}+${public_key}:${private_key}`);
  for (const secret of [public_key, private_key, basic.toString('base64')]) {
    expect.soft(files.join('\n')).not.toContain(secret);
    expect.soft(JSON.stringify(answers)).not.toContain(secret);
    expect.soft(app.output).not.toContain(secret);
  }
});
