import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeConnectWise, startFakeConnectWise } from '../../fakes/connectwise/index.ts';
import { clientOf, signal } from './connectwise-support.ts';

const TICKET = 48213;
const IN_PROGRESS = 17;
const COMPLETED = 19;

let fake: FakeConnectWise;

beforeEach(async () => {
  fake = await startFakeConnectWise();
});

afterEach(async () => {
  expect(fake.violations).toEqual([]);
  await fake.stop();
});

const steps = () => fake.requests.map(({ step }) => step);

describe('tickets', () => {
  it('are read as the app knows them', async () => {
    expect(await clientOf(fake).getTicket(TICKET, signal)).toEqual({
      id: TICKET,
      summary: 'Outlook asks for a password after the mailbox migration',
      board: { id: 1, name: 'Service Desk' },
      status: { id: IN_PROGRESS, name: 'In Progress' },
      company: { id: 250, name: 'Northgate Dental' },
      contact: 'Maria Lopez',
      priority: { id: 8, name: 'Priority 3 - Medium' },
      owner: 'Tom Kessler',
      closed: false,
      refusal: null,
      last_updated: expect.stringMatching(/^2026-11-20T/),
    });
  });

  it('cost one request each, after one for the codebase', async () => {
    const psa = clientOf(fake);
    await psa.getTicket(TICKET, signal);
    await psa.getTicket(TICKET, signal);
    expect(steps()).toEqual(['companyinfo', 'getTicket', 'getTicket']);
    expect(fake.requests[0]?.authorization).toBe('none');
    expect(fake.requests[0]?.headers.clientid).toBeUndefined();
    expect(fake.requests[1]).toMatchObject({
      authorization: 'right',
      headers: { clientid: fake.credentials.client_id },
    });
  });

  it('refuse notes where they are merged or belong to a project, and say why', async () => {
    const psa = clientOf(fake);
    expect((await psa.getTicket(48214, signal)).refusal).toMatch(/merged into #48213/);
    expect((await psa.getTicket(48300, signal)).refusal).toMatch(/project ticket/);
  });

  it('are not found where they are not, from the first call on', async () => {
    const psa = clientOf(fake);
    await expect(psa.getTicket(1, signal)).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: expect.stringMatching(/no ticket #1/),
    });
    // The rest is asked once: whether the codebase moved, the keys are right, a project has it.
    expect(steps()).toEqual([
      'companyinfo',
      'getTicket',
      'companyinfo',
      'boards',
      'getProjectTicket',
    ]);
    expect(await psa.findTickets('99999', signal)).toEqual([]);
  });

  it.each([
    ['CW #48213', [48213]],
    ['48198', [48198]],
    ['password outlook', [48214, 48213]],
    ['"since the update"', [48252]],
    ['calendar', []],
    ['97 %', [48250]],
    ['550', [48220]],
    ['***', []],
  ])('are found by %s', async (query, expected) => {
    const found = await clientOf(fake).findTickets(query, signal);
    expect(found.map(({ id }) => id)).toEqual(expected);
  });

  it('come with the technician’s own first, and only open ones', async () => {
    const ids = async (member?: string) =>
      (await clientOf(fake, member === undefined ? {} : { member }).findTickets('', signal)).map(
        ({ id }) => id,
      );
    expect((await ids('tkessler')).slice(0, 4)).toEqual([48244, 48241, 48230, 48213]);
    const recent = await ids();
    expect(recent).toEqual([...recent].sort((one, other) => other - one));
    expect(recent).not.toContain(48198);
    expect(new Set(await ids('tkessler'))).toEqual(new Set(recent));
    expect(await ids('kessler')).toEqual(recent);
    expect(await ids('a" OR id>0')).toEqual(recent);
  });
});

describe('statuses', () => {
  it('are those of their board, read once in five minutes', async () => {
    let now = 0;
    const psa = clientOf(fake, { now: () => now });
    const statuses = await psa.listStatuses(1, signal);
    expect(statuses).toHaveLength(6);
    expect(statuses[3]).toEqual({
      id: COMPLETED,
      name: 'Completed',
      inactive: false,
      closed: true,
    });
    expect(statuses[5]).toMatchObject({ inactive: true });
    await psa.listStatuses(1, signal);
    expect(steps()).toEqual(['companyinfo', 'statuses']);
    now += 5 * 60_000;
    await psa.listStatuses(1, signal);
    expect(steps()).toEqual(['companyinfo', 'statuses', 'statuses']);
  });

  it('are read anew after ConnectWise did not know one on the board', async () => {
    const psa = clientOf(fake);
    await psa.listStatuses(1, signal);
    await expect(psa.setStatus(TICKET, 33, signal)).rejects.toMatchObject({
      code: 'PSA_REJECTED',
      details: {
        reason: 'Service Status 33 not found for Service Board 1',
        psa_field: 'status/id',
      },
    });
    await psa.listStatuses(1, signal);
    expect(steps().filter((step) => step === 'statuses')).toHaveLength(2);
  });

  it('are set as a whole reference, and the answer is told as it is', async () => {
    const psa = clientOf(fake);
    const { status, closed } = await psa.setStatus(TICKET, COMPLETED, signal);
    expect({ status, closed }).toEqual({
      status: { id: COMPLETED, name: 'Completed' },
      closed: true,
    });
    expect(fake.requests.at(-1)?.body).toEqual([
      { op: 'replace', path: 'status', value: { id: COMPLETED } },
    ]);
    fake.fault({ step: 'patchStatus', effect: { kind: 'status-ignored' } });
    expect((await psa.setStatus(TICKET, IN_PROGRESS, signal)).status.id).toBe(COMPLETED);
  });

  it('that close need a right of their own, which is named', async () => {
    const psa = clientOf(fake);
    fake.fault({ step: 'patchStatus', effect: { kind: 'no-close-right' } });
    await psa.listStatuses(1, signal);
    await expect(psa.setStatus(TICKET, COMPLETED, signal)).rejects.toMatchObject({
      code: 'PSA_REJECTED',
      details: { missing_right: expect.stringMatching(/Close Service Tickets: Edit/) },
    });
  });

  it('belong to the boards that have tickets with notes; project boards do not', async () => {
    expect(await clientOf(fake).listBoards(signal)).toEqual([
      { id: 1, name: 'Service Desk', inactive: false },
    ]);
  });
});

describe('notes', () => {
  const flags = { discussion: false, internal: true, resolution: false };

  it('are added with the three flags and nothing else that could show them to somebody', async () => {
    const psa = clientOf(fake);
    const text = '## Problem\n\n- Outlook “asks” again\n- 🙂';
    const note = await psa.addNote(TICKET, { text, flags, notify: false }, signal);
    expect(note).toMatchObject({ text, flags, author: 'Tom Kessler', by_customer: false });
    expect(fake.requests.at(-1)?.body).toEqual({
      text,
      detailDescriptionFlag: false,
      internalAnalysisFlag: true,
      resolutionFlag: false,
      processNotifications: false,
    });
    expect(await psa.getNote(TICKET, note.id, signal)).toEqual(note);
  });

  it('go over a connection that nothing used before', async () => {
    const psa = clientOf(fake);
    await psa.getTicket(TICKET, signal);
    await psa.addNote(TICKET, { text: 'One', flags, notify: true }, signal);
    await psa.addNote(TICKET, { text: 'Two', flags, notify: true }, signal);
    const posts = fake.requests.filter(({ step }) => step === 'postNote');
    expect(posts.map(({ carried_before }) => carried_before)).toEqual([0, 0]);
    expect(posts[0]?.connection).not.toBe(posts[1]?.connection);
  });

  it('are read with the newest first, and tell the customer’s from ours', async () => {
    const psa = clientOf(fake);
    fake.addCustomerNote(TICKET, 'It asks again.');
    const notes = await psa.newestNotes(TICKET, 2, signal);
    expect(notes.map(({ text, by_customer }) => [text.slice(0, 15), by_customer])).toEqual([
      ['It asks again.', true],
      ['Mailbox was in ', false],
    ]);
    expect(notes[0]?.created_at).toMatch(/^\d{4}-.*Z$/);
  });

  it('are the newest even where the server does not know the order that is asked for', async () => {
    for (let count = 0; count < 40; count += 1)
      fake.addNote({ ticket_id: TICKET, text: 'x', flags });
    const newest = fake.notes(TICKET).at(-1);
    const psa = clientOf(fake, {
      fetch: (input, init) => fetch(String(input).replace('orderBy=id%20desc&', ''), init),
    });
    expect((await psa.newestNotes(TICKET, 3, signal)).map(({ id }) => id)).toEqual(
      [0, 1, 2].map((back) => (newest?.id ?? 0) - back),
    );
  });

  it('are refused here where they are empty or would stand nowhere; nothing is sent', async () => {
    const nowhere = { discussion: false, internal: false, resolution: false };
    for (const note of [
      { text: ' \n', flags, notify: false },
      { text: 'x', flags: nowhere, notify: false },
    ]) {
      await expect(clientOf(fake).addNote(TICKET, note, signal)).rejects.toMatchObject({
        code: 'INVALID_INPUT',
      });
    }
    expect(fake.requests).toEqual([]);
  });
});

describe('an answer that is not as the vendor describes it', () => {
  it('is read all the same where it holds what is needed', async () => {
    const psa = clientOf(fake);
    fake.fault({ step: 'any', effect: { kind: 'unknown-fields' }, times: 'always' });
    const empty = ['summary', 'company', 'contact', 'contactName', 'priority', 'owner', '_info'];
    fake.fault({ step: 'getTicket', effect: { kind: 'nulls', fields: empty } });
    expect(await psa.getTicket(TICKET, signal)).toMatchObject({
      summary: '',
      company: null,
      contact: null,
      priority: null,
      owner: null,
      last_updated: null,
    });
    fake.fault({ step: 'listNotes', effect: { kind: 'nulls' } });
    expect((await psa.newestNotes(TICKET, 5, signal)).length).toBeGreaterThan(0);
  });

  it('is not taken for a ticket where board or status are missing', async () => {
    fake.fault({
      step: 'getTicket',
      effect: { kind: 'nulls', fields: ['status'] },
      times: 'always',
    });
    await expect(clientOf(fake).getTicket(TICKET, signal)).rejects.toMatchObject({
      code: 'PSA_REJECTED',
    });
  });
});
