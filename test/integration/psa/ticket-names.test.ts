import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { psaHandlers } from '../../../electron/ipc/psa-handlers.ts';
import type { Services } from '../../../electron/ipc/services.ts';
import { sessionHandlers } from '../../../electron/ipc/session-handlers.ts';
import type { SessionStore } from '../../../electron/sessions/index.ts';
import { type FakeConnectWise, startFakeConnectWise } from '../../fakes/connectwise/index.ts';
import { createTestLog } from '../../fixtures/log.ts';
import { createTestFolder, openTestStore } from '../../fixtures/sessions.ts';
import { clientOf, signal } from './connectwise-support.ts';

const TICKET = 48244;
const SERVER = { id: 71, ticket_id: TICKET, name: 'ALD-SQL01', type: { id: 4, name: 'Server' } };
const NAMES = [
  { name: 'ALD-SQL01', kind: 'host', wording: 'the server' },
  { name: 'ALD-UNKNOWN', kind: 'host', wording: null },
];

let fake: FakeConnectWise;

beforeEach(async () => {
  fake = await startFakeConnectWise();
  fake.addConfiguration(SERVER);
  fake.addConfiguration({ ...SERVER, id: 72, name: 'ALD-UNKNOWN', type: null });
  fake.addConfiguration({ ...SERVER, id: 73, name: 'SQL', type: { id: 9, name: 'License' } });
  fake.addConfiguration({ ...SERVER, id: 74, name: 'OTHER-01', ticket_id: 48213 });
});

afterEach(async () => {
  expect(fake.violations).toEqual([]);
  await fake.stop();
});

/** The calls that link a session, over the real handlers; `connected`: ConnectWise is set up. */
function openHandlers(connected = true) {
  const { folder, dispose } = createTestFolder();
  const store: SessionStore = openTestStore(folder, Date.now);
  const log = createTestLog();
  const psa = clientOf(fake);
  const changed: number[] = [];
  const services = {
    store: { current: () => store },
    psa: { current: async () => (connected ? psa : null), required: async () => psa },
    posting: { requireRelinkable: () => {} },
    secrets: { redactKnown: (text: string) => text },
    publish: (name: string, payload: { session_id: number }) => {
      if (name === 'session.changed') changed.push(payload.session_id);
    },
    log,
  };
  onTestFinished(() => {
    store.close();
    dispose();
  });
  // The handlers that link use no other part.
  const whole = services as unknown as Services;
  return { store, log, changed, ...sessionHandlers(whole), ...psaHandlers(whole) };
}

type Handlers = ReturnType<typeof openHandlers>;

const context = { signal, requestId: undefined };

function newSession({ store }: Handlers): number {
  const session = { title: 'Backup', intake: '', domain: 'server', ticket_ref: null } as const;
  return store.sessions.create(session).id;
}

describe('the configurations of a ticket', () => {
  it('are read with their types, by two requests', async () => {
    const before = fake.requests.length;
    expect(await clientOf(fake).configurations(TICKET, signal)).toEqual([
      { id: 71, name: 'ALD-SQL01', type: 'Server' },
      { id: 72, name: 'ALD-UNKNOWN', type: null },
      { id: 73, name: 'SQL', type: 'License' },
    ]);
    expect(fake.requests.slice(before).map(({ step }) => step)).toEqual([
      ...['companyinfo', 'configurations', 'configurations'],
    ]);
  });

  it('are none where there are none', async () => {
    expect(await clientOf(fake).configurations(48230, signal)).toEqual([]);
  });

  it('name the right that is missing', async () => {
    fake.fault({ step: 'configurations', effect: { kind: 'forbidden' } });
    await expect(clientOf(fake).configurations(TICKET, signal)).rejects.toMatchObject({
      message: expect.stringContaining('Configurations: Inquire'),
    });
  });
});

describe('a session', () => {
  it.each<[string, (handlers: Handlers) => unknown]>([
    [
      'is linked',
      (handlers) =>
        handlers['psa.link']({ session_id: newSession(handlers), ticket_id: TICKET }, context),
    ],
    [
      'gets the number of a ticket',
      (handlers) =>
        handlers['sessions.update'](
          { session_id: newSession(handlers), ticket_ref: `${TICKET}`, proposal_id: null },
          context,
        ),
    ],
    [
      'is begun for a ticket',
      (handlers) =>
        handlers['sessions.create'](
          { title: 'Backup', intake: '', domain: 'server', ticket_ref: `${TICKET}` },
          context,
        ),
    ],
  ])('knows the devices of its ticket once it %s', async (_, link) => {
    const handlers = openHandlers();
    await link(handlers);
    const [{ id = 0 } = {}] = handlers.store.sessions.list({ limit: 1 });
    await vi.waitFor(() => expect(handlers.store.names.list(id)).toEqual(NAMES));
    expect(handlers.changed).toContain(id);
  });

  it('has no English words for them where its notes are in another language', async () => {
    const handlers = openHandlers();
    const session_id = newSession(handlers);
    handlers.store.sessions.update(session_id, { language: 'de' });
    await handlers['psa.link']({ session_id, ticket_id: TICKET }, context);
    await vi.waitFor(() =>
      expect(handlers.store.names.list(session_id)).toEqual(
        NAMES.map((name) => ({ ...name, wording: null })),
      ),
    );
  });

  it('is linked all the same where they cannot be read, and the log says so', async () => {
    fake.fault({ step: 'configurations', effect: { kind: 'forbidden' } });
    const handlers = openHandlers();
    const session_id = newSession(handlers);
    const linked = await handlers['psa.link']({ session_id, ticket_id: TICKET }, context);
    expect(linked.session.ticket_ref).toBe(`${TICKET}`);
    await vi.waitFor(() => expect(handlers.log.lines.join('\n')).toContain('were not read'));
    expect(handlers.store.names.list(session_id)).toEqual([]);
  });

  it('asks nothing without a connection, nor for a link that it has already', async () => {
    const handlers = openHandlers(false);
    const session_id = newSession(handlers);
    const update = { session_id, ticket_ref: `${TICKET}`, proposal_id: null };
    await handlers['sessions.update'](update, context);
    const connected = openHandlers();
    const other = newSession(connected);
    connected.store.sessions.update(other, { ticket_ref: `${TICKET}` });
    await connected['sessions.update']({ ...update, session_id: other }, context);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(fake.requests).toEqual([]);
    expect([
      ...handlers.store.names.list(session_id),
      ...connected.store.names.list(other),
    ]).toEqual([]);
  });
});
