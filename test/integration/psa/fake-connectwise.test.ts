import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeConnectWise, startFakeConnectWise } from '../../fakes/connectwise/index.ts';
import {
  idsOf,
  note,
  notesPath,
  rawClient,
  TICKET,
  ticketPath,
} from '../../fakes/connectwise/raw-client.ts';

const IN_PROGRESS = 17;
const COMPLETED = 19;

let fake: FakeConnectWise;
let client: ReturnType<typeof rawClient>;
/** Violations that the test provoked. */
let provoked: number;

beforeEach(async () => {
  fake = await startFakeConnectWise();
  client = rawClient(fake);
  provoked = 0;
});

afterEach(async () => {
  expect(fake.violations).toHaveLength(provoked);
  await fake.stop();
});

function conditions(text: string): string {
  return `/service/tickets?conditions=${encodeURIComponent(text)}`;
}

function own() {
  return fake.notes(TICKET).filter(({ author }) => author === 'tkessler');
}

describe('what it serves', () => {
  it('tells the codebase to anybody, and null for a company that it does not know', async () => {
    const known = await fetch(`${fake.url}/login/companyinfo/lakeside`);
    expect(await known.json()).toMatchObject({ Codebase: 'v2026_1/', IsCloud: 'True' });
    const unknown = await fetch(`${fake.url}/login/companyinfo/nobody`);
    expect(unknown.status).toBe(200);
    expect(await unknown.json()).toBeNull();
    expect(fake.requests.map(({ authorization }) => authorization)).toEqual(['none', 'none']);
  });

  it.each([
    ['/system/info', { cloudRegion: 'NA' }],
    [ticketPath, { id: TICKET, board: { id: 1 }, status: { name: 'In Progress' } }],
    ['/service/tickets/48214', { mergedParentTicket: { id: TICKET }, parentTicketId: TICKET }],
    ['/service/tickets/48198', { closedFlag: true, status: { id: COMPLETED } }],
    ['/project/tickets/48300', { recordType: 'ProjectTicket' }],
    [`${notesPath}/9002`, { internalAnalysisFlag: true, internalFlag: null, externalFlag: null }],
    ['/system/info/members/tkessler', { fullName: 'Tom Kessler' }],
    ['/company/companies/250', { name: 'Northgate Dental' }],
    ['/company/contacts/801', { firstName: 'Maria' }],
  ])('GET %s', async (path, expected) => {
    const { status, json } = await client.get(path);
    expect(status).toBe(200);
    expect(json).toMatchObject(expected);
  });

  it.each([
    ['/service/boards', [1, 2]],
    ['/service/boards/1/statuses', [16, 17, 18, 19, 20, 21]],
    ['/service/boards/2/statuses?pageSize=2', [31, 32]],
    ['/service/boards/2/statuses?pageSize=2&page=2', [33]],
    ['/service/boards/2/statuses?pageSize=2&page=9', []],
    [notesPath, [9001, 9002]],
    [`${notesPath}?orderBy=id%20desc&pageSize=1`, [9002]],
    [`${notesPath}?conditions=internalAnalysisFlag=true`, [9002]],
    ['/system/members?conditions=identifier="jwhite"', [151]],
  ])('lists %s', async (path, expected) => {
    expect(idsOf(await client.get(path))).toEqual(expected);
  });

  it.each([
    ['id=48213', [48213]],
    ['id in (48213, 48230, 1)', [48213, 48230]],
    ['summary contains "OUTLOOK"', [48213, 48214]],
    [String.raw`summary contains "\"since the update\""`, [48252]],
    ['summary like "vpn*"', [48241]],
    ['closedFlag=False AND owner/identifier="tkessler"', [48213, 48230, 48241]],
    ['closedFlag=False AND resources contains "tkessler"', [48213, 48230, 48241, 48244]],
    ['closedFlag=True OR (id > 48247 AND not board/name="Projects")', [48198, 48250, 48252]],
    ['id=48300', []],
  ])('finds tickets where %s', async (text, expected) => {
    expect(idsOf(await client.get(conditions(text))).sort()).toEqual(expected);
  });

  it.each(['noteType="x"', 'summary contains "open', 'id=', 'id=1 id=2'])(
    'refuses the condition %s',
    async (text) => {
      const { status, json } = await client.get(conditions(text));
      expect([status, json.code]).toEqual([400, 'ApiFindCondition']);
    },
  );

  it('links the pages of a list, and narrows its rows', async () => {
    const { headers: sent, json } = await client.get(
      '/service/tickets?pageSize=4&page=2&fields=id,summary',
    );
    expect(sent.get('link')).toMatch(
      /page=3.*rel="next".*rel="last".*page=1.*rel="first".*rel="prev"/,
    );
    expect(Object.keys((json as unknown as object[])[0] ?? {})).toEqual(['id', 'summary']);
  });

  it('stores a note, and lies about internalFlag and externalFlag as the real one does', async () => {
    const { status, json } = await client.post();
    expect(status).toBe(201);
    expect(json).toMatchObject({
      internalFlag: true,
      externalFlag: true,
      internalAnalysisFlag: false,
    });
    expect(own()).toMatchObject([
      { text: note.text, flags: { discussion: false, internal: false, resolution: true } },
    ]);
    const read = await client.get(`${notesPath}/${json.id}`);
    expect(read.json).toMatchObject({ internalFlag: null, resolutionFlag: true, text: note.text });
  });

  it('sets a status, and closes with it', async () => {
    expect((await client.patch(COMPLETED)).json).toMatchObject({
      status: { name: 'Completed' },
      closedFlag: true,
    });
    expect(fake.ticket(TICKET)).toMatchObject({ closed: true, updated_by: 'tkessler' });
  });

  it.each([
    ['another board', 33, 'Service Status 33 not found for Service Board 1'],
    ['an inactive one', 21, 'A required custom field is empty.'],
  ])('refuses a status of %s', async (_, id, message) => {
    const { status, text } = await client.patch(id);
    expect(status).toBe(400);
    expect(text).toContain(message);
    expect(fake.ticket(TICKET).status_id).toBe(IN_PROGRESS);
  });

  it('moves its address with an upgrade; the router for any release stays', async () => {
    fake.upgrade('v2026_2/');
    expect((await client.get(ticketPath)).status).toBe(404);
    expect((await client.call('GET', ticketPath, undefined, { codebase: 'v2026_2/' })).status).toBe(
      200,
    );
    expect(
      (await client.call('GET', ticketPath, undefined, { codebase: 'v4_6_release/' })).status,
    ).toBe(200);
  });

  it('keeps what others do to a ticket', async () => {
    fake.addTicket({ id: 50001, summary: 'Second screen flickers' });
    fake.closeTicket(50001);
    fake.mergeTicket(50001, TICKET);
    fake.moveTicket(48245, 2);
    fake.addCustomerNote(TICKET, 'It is back.');
    fake.removeTicket(48247);
    expect(fake.ticket(50001)).toMatchObject({ closed: true, merged_into: TICKET });
    expect(fake.ticket(48245)).toMatchObject({ board: { id: 2 }, status: { id: 31 } });
    expect((await client.get(notesPath)).json).toMatchObject({
      2: { createdBy: 'Maria Lopez', customerUpdatedFlag: true, detailDescriptionFlag: true },
    });
    expect((await client.get('/service/tickets/48247')).status).toBe(404);
  });
});

describe('who may come in', () => {
  it.each([
    [{ authorization: 'Basic bm9ib2R5' }, 401],
    [{ clientid: '00000000-0000-4000-8000-000000000000' }, 401],
  ])('refuses %o', async (changed, expected) => {
    const { status } = await client.call('GET', ticketPath, undefined, {
      headers: { ...client.headers(), ...changed },
    });
    expect(status).toBe(expected);
  });

  it('logs no key, only whether it was right', async () => {
    await client.get(ticketPath);
    await client.call('GET', ticketPath, undefined, {
      headers: { ...client.headers(), authorization: 'Basic bm9ib2R5' },
    });
    expect(fake.requests.map(({ authorization }) => authorization)).toEqual(['right', 'wrong']);
    expect(JSON.stringify(fake.requests)).not.toMatch(/Basic|bm9ib2R5/);
  });

  it('says in plain text that a doubled path leads nowhere', async () => {
    provoked = 1;
    const { status, text } = await client.get('/apis/3.0/service/boards');
    expect(status).toBe(400);
    expect(text).toMatch(/^Cannot route/);
  });

  it('wants JSON', async () => {
    const { status } = await client.call('POST', notesPath, note, {
      headers: { ...client.headers(), 'content-type': 'text/plain' },
    });
    expect(status).toBe(415);
  });
});

describe('the schema check', () => {
  it.each([
    [{ ...note, enteredBy: 'me' }, 'additional properties', 400],
    [{ text: 'No flag.' }, 'detailDescriptionFlag', 400],
    [{ resolutionFlag: true }, "required property 'text'", 400],
    [{ ...note, resolutionFlag: 'yes' }, 'must be boolean', 400],
    [{ ...note, internalFlag: true }, 'internalFlag must not be sent', 201],
    [{ ...note, customerUpdatedFlag: false }, 'customerUpdatedFlag must not be sent', 201],
    ['text', 'must be object', 400],
  ])('rejects the note %o', async (body, violation, expected) => {
    provoked = 1;
    expect((await client.post(body)).status).toBe(expected);
    expect(fake.violations[0]).toContain(violation);
  });

  it.each([
    [[{ op: 'replace', path: 'status/id', value: COMPLETED }], 200],
    [[{ op: 'replace', path: '/status', value: { id: COMPLETED } }], 200],
    [[{ op: 'replace', path: 'status', value: COMPLETED }], 400],
    [{ status: { id: COMPLETED } }, 400],
  ])('rejects the patch %o, and changes nothing', async (body, expected) => {
    provoked = 1;
    expect((await client.call('PATCH', ticketPath, body)).status).toBe(expected);
    expect(fake.violations[0]).toMatch(/request: (PatchDocument|StatusChangePatch)/);
    expect(fake.ticket(TICKET).status_id).toBe(IN_PROGRESS);
  });

  it.each([
    ['accept', 'application/json', 'pins no version'],
    ['accept', undefined, 'pins no version'],
    ['clientid', undefined, 'the clientId header is missing'],
  ])('rejects the header %s: %s', async (name, value, violation) => {
    provoked = 1;
    const { [name]: _, ...others } = client.headers();
    const changed = value === undefined ? others : { ...others, [name]: value };
    const response = await fetch(`${fake.url}/v2026_1/apis/3.0/system/info`, { headers: changed });
    await response.text();
    expect(fake.violations[0]).toContain(violation);
  });

  it('rejects a parameter and a route that nobody knows', async () => {
    provoked = 3;
    await client.get(`${ticketPath}?pageSize=1`);
    await client.get('/service/nothing');
    await client.call('POST', ticketPath, note);
    expect(fake.violations[0]).toContain('unknown parameter pageSize');
    expect(fake.violations[1]).toContain('no such route');
    expect(fake.violations[2]).toContain('no such route');
  });

  it.each([
    ['getTicket', ticketPath, { summary: 7 }],
    ['getTicket', ticketPath, { summary: 'x'.repeat(101) }],
    ['getTicket', ticketPath, { recordType: 'Ticket' }],
    ['listNotes', notesPath, { id: null }],
    ['listNotes', notesPath, { id: 2 ** 31 }],
    ['statuses', '/service/boards/1/statuses', { closedStatus: 'no' }],
  ] as const)('rejects an answer to %s %s with %o', async (step, path, fields) => {
    provoked = 1;
    fake.fault({ step, effect: { kind: 'overwrite', fields } });
    await client.get(path);
    expect(fake.violations[0]).toContain('answer: ');
  });
});
