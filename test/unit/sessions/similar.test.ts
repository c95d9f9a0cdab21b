import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect } from 'vitest';
import {
  addSampleSessions,
  createSearchClient,
  openSearch,
  type SessionStore,
} from '../../../electron/sessions/index.ts';
import { runMigrations } from '../../../electron/sessions/migrate.ts';
import type { Domain } from '../../../shared/domain/session.ts';
import { similarWorkSchema } from '../../../shared/domain/similar-work.ts';
import { createTestLog } from '../../fixtures/log.ts';
import { openTestStore } from '../../fixtures/sessions.ts';
import { closeSession, test } from './store-test.ts';

const WORKER = new URL('../../../electron/sessions/search-worker.ts', import.meta.url);

interface Told {
  readonly title: string;
  readonly intake?: string;
  readonly domain?: Domain;
  readonly facts?: readonly string[];
}

function begin(store: SessionStore, { title, intake = '', domain = 'other', facts = [] }: Told) {
  const { id } = store.sessions.create({ title, intake, domain, ticket_ref: null });
  for (const text of facts) {
    store.facts.add({ session_id: id, text, source_type: 'diagnostic_check' });
  }
  return id;
}

function similar(store: SessionStore, session_id: number, limit = 5) {
  const search = openSearch(store.file);
  try {
    return search.similarTo({ session_id, limit });
  } finally {
    search.close();
  }
}

const titles = (found: ReturnType<typeof similar>) => found.map(({ session }) => session.title);

const VPN: Told = {
  title: 'VPN drops every few minutes at home',
  intake: 'Working from home, the tunnel goes away again and again.',
  domain: 'vpn',
  facts: ['The router at home drops the tunnel because its idle timeout is 60 seconds.'],
};
const VPN_AGAIN: Told = {
  title: 'VPN disconnects',
  intake: 'From home the VPN tunnel drops when idle.',
  domain: 'vpn',
};

/** Closed work of all sorts, so that the right session has to be picked. */
function closeAllSorts(store: SessionStore): void {
  const all: readonly Told[] = [
    { title: 'Print jobs hang in the queue', domain: 'printing', facts: ['The spooler crashed.'] },
    { title: 'Scanner cannot save to the folder', domain: 'printing', facts: ['SMB1 is off.'] },
    { title: 'Mailbox is full', domain: 'email', facts: ['The archive policy is disabled.'] },
    { title: 'Account gets locked', domain: 'identity', facts: ['An old phone signs in.'] },
    { title: 'Backup misses the snapshot', domain: 'backup', facts: ['Shadow storage is full.'] },
  ];
  for (const told of all) closeSession(store, begin(store, told));
}

describe('similar work', () => {
  test('is found as soon as the session is closed, with what helped there', ({ store }) => {
    closeAllSorts(store);
    const earlier = begin(store, VPN);
    const failed = store.fixes.suggest({
      session_id: earlier,
      title: 'Reinstall the client',
      description: '',
      confidence: 40,
    });
    store.fixes.setOutcome(failed.id, { outcome: 'failed', outcome_note: 'No change.' });
    const fix = store.fixes.suggest({
      session_id: earlier,
      title: 'Raise the idle timeout of the router',
      description: 'To an hour.',
      confidence: 80,
    });
    store.fixes.setOutcome(fix.id, { outcome: 'worked', outcome_note: null });
    const now = begin(store, VPN_AGAIN);
    expect(similar(store, now)).toEqual([]);

    closeSession(store, earlier, '## Resolution\n\nThe idle timeout was raised.');
    const found = similar(store, now);
    expect(titles(found)).toEqual([VPN.title]);
    expect(found[0]).toMatchObject({
      session: { id: earlier, state: 'resolved' },
      fix: { title: 'Raise the idle timeout of the router', outcome: 'worked' },
      facts: [{ text: VPN.facts?.[0] }],
    });
    expect(found[0]?.shared_words).toEqual(expect.arrayContaining(['VPN', 'home', 'tunnel']));
    expect(found.map((work) => similarWorkSchema.strict().parse(work))).toEqual(found);
  });

  test('is never the session itself', ({ store }) => {
    closeAllSorts(store);
    const first = begin(store, VPN);
    closeSession(store, first);
    expect(titles(similar(store, first))).toEqual([]);
    const second = begin(store, VPN);
    closeSession(store, second);
    expect(similar(store, second).map(({ session }) => session.id)).toEqual([first]);
  });

  test('offers nothing silly', ({ store }) => {
    closeAllSorts(store);
    closeSession(store, begin(store, VPN));
    closeSession(
      store,
      begin(store, {
        title: 'Sign-in approval comes up again',
        intake: 'Maria at Northgate Dental called on Monday, +44 7700 900512.',
        domain: 'identity',
      }),
    );
    const asked: readonly Told[] = [
      { title: 'Projector bulb', intake: 'Maria at Northgate Dental called on Monday.' },
      { title: 'hello' },
      { title: 'The user has a problem', intake: 'Please call back. It is urgent, thanks.' },
      { title: 'New laptop for home', domain: 'hardware' },
      { title: '"AND" OR NOT * ( NEAR', intake: '\ud83d "quoted" ^title : -x' },
      { title: 'Überall ñandú 日本語', intake: '。。。' },
    ];
    for (const told of asked) {
      expect(titles(similar(store, begin(store, told))), told.title).toEqual([]);
    }
  });

  test('goes by confirmed facts that are not removed, there and here', ({ store }) => {
    closeAllSorts(store);
    const earlier = begin(store, { title: 'Program does not open', domain: 'application' });
    const add = (session_id: number, text: string, status: 'confirmed' | 'proposed') =>
      store.facts.add({ session_id, text, source_type: 'technician', status });
    add(earlier, 'The licence dongle is missing.', 'confirmed');
    add(earlier, 'The firewall blocks hasplms.', 'proposed');
    store.facts.remove(add(earlier, 'The antivirus quarantined fibu.', 'confirmed').id);
    closeSession(store, earlier);
    const ask = (title: string) =>
      titles(similar(store, begin(store, { title, domain: 'application' })));
    expect(ask('Licence dongle')).toEqual(['Program does not open']);
    expect(ask('Firewall blocks hasplms')).toEqual([]);
    expect(ask('Antivirus quarantined fibu')).toEqual([]);

    const now = begin(store, { title: 'Program broken', domain: 'application' });
    add(now, 'The licence dongle blinks.', 'proposed');
    expect(similar(store, now)).toEqual([]);
    for (const { id } of store.facts.list(now)) store.facts.confirm(id);
    expect(titles(similar(store, now))).toEqual(['Program does not open']);
  });

  test('puts first what helped', ({ store }) => {
    closeAllSorts(store);
    for (const outcome of ['failed', 'worked', 'partly'] as const) {
      const id = begin(store, VPN);
      const fix = { session_id: id, title: outcome, description: '', confidence: 50 };
      store.fixes.setOutcome(store.fixes.suggest(fix).id, { outcome, outcome_note: 'so' });
      closeSession(store, id);
    }
    const found = similar(store, begin(store, VPN_AGAIN));
    expect(found.map(({ fix }) => fix?.title ?? null)).toEqual(['worked', 'partly', null]);
    expect(similar(store, begin(store, VPN_AGAIN), 1)).toHaveLength(1);
  });

  test('tells a few facts, why before what', ({ store }) => {
    closeAllSorts(store);
    const facts = [
      'The VPN client is version 5.',
      'The tunnel drops because the router closes idle connections.',
      'Other people are not affected.',
      'The laptop is new.',
      'The VPN log says timeout.',
      'Wi-Fi is strong.',
      'The certificate is valid.',
    ];
    closeSession(store, begin(store, { ...VPN, facts }));
    const [work] = similar(store, begin(store, VPN_AGAIN));
    expect(work?.facts).toHaveLength(5);
    expect(work?.facts[0]?.text).toBe(facts[1]);
  });

  test('has the cause first, with all that is on record of it', ({ store }) => {
    closeAllSorts(store);
    const facts = Array.from({ length: 7 }, (_, place) => `The VPN tunnel drops, seen ${place}.`);
    const id = begin(store, { ...VPN, facts: ['The license had run out.', ...facts] });
    const [cause] = store.facts.list(id);
    store.facts.update(cause?.id ?? 0, { role: 'cause', customer_wording: 'A license ended.' });
    const fix = { session_id: id, title: 'Renew it', description: '', confidence: 50 };
    store.fixes.setOutcome(store.fixes.suggest(fix).id, {
      ...{ outcome: 'worked', outcome_note: null, done: 'Renewed it.' },
    });
    closeSession(store, id);
    const [work] = similar(store, begin(store, VPN_AGAIN));
    expect(similarWorkSchema.parse(work)).toEqual(work);
    expect(work?.facts[0]).toEqual(store.facts.get(cause?.id ?? 0));
    expect(work?.fix).toEqual(store.fixes.list(id)[0]);
  });

  test('is found for words too, as the copilot asks', ({ store }) => {
    closeAllSorts(store);
    const id = begin(store, VPN);
    closeSession(store, id);
    const search = openSearch(store.file);
    const ask = (text: string, except: number | null = null) =>
      titles(search.similarToText({ text, except, limit: 3 }));
    expect(ask('spooler')).toEqual(['Print jobs hang in the queue']);
    expect(ask('vpn tunnel dropping at home')).toEqual([VPN.title]);
    expect(ask('vpn tunnel dropping at home', id)).toEqual([]);
    expect(ask('banana')).toEqual([]);
    expect(ask('')).toEqual([]);
    search.close();
  });

  test('says so when the session is not on file', ({ store }) => {
    const search = openSearch(store.file);
    expect(() => search.similarTo({ session_id: 4_711, limit: 5 })).toThrow(/not on file/);
    search.close();
  });

  test('is found among the samples', ({ store }) => {
    addSampleSessions(store);
    const now = begin(store, {
      title: 'Nightly backup job failed',
      intake: 'The report says that the snapshot of FS01 could not be created.',
      domain: 'backup',
    });
    expect(titles(similar(store, now))).toEqual([
      'Nightly backup of the file server fails since Tuesday',
    ]);
    const other = begin(store, { title: 'Order a keyboard', domain: 'hardware' });
    expect(similar(store, other)).toEqual([]);
  });
});

describe('the index of closed work', () => {
  function check(file: string): void {
    const connection = new Database(file);
    // With a rank of 1 the index is compared with the texts that it was made of.
    connection.exec(
      "INSERT INTO closed_work_search (closed_work_search, rank) VALUES ('integrity-check', 1)",
    );
    connection.close();
  }

  test('holds closed sessions with their notes, and agrees with their texts', ({ store }) => {
    closeAllSorts(store);
    const id = begin(store, VPN);
    store.facts.remove(begunFact(store, id, 'Removed before closing.'));
    closeSession(store, id, '## Resolution\n\nThe keepalive was raised.');
    begin(store, VPN_AGAIN);
    const connection = new Database(store.file, { readonly: true });
    const rows = connection
      .prepare("SELECT rowid FROM closed_work_search WHERE closed_work_search MATCH 'keepalive'")
      .pluck()
      .all();
    const count = connection.prepare('SELECT count(*) FROM closed_work').pluck().get();
    connection.close();
    expect(rows).toEqual([id]);
    expect(count).toBe(6);
    check(store.file);
  });

  test('takes up what was closed before there was one', ({ folder }) => {
    const file = join(folder, 'resolutionflow.db');
    const connection = new Database(file);
    runMigrations(connection, 0, 7);
    connection.exec(`
      INSERT INTO sessions (id, title, intake, domain, created_at, updated_at) VALUES
        (1, 'VPN drops at home', 'The tunnel goes away.', 'vpn', 1, 1),
        (2, 'VPN drops, still open', 'The tunnel goes away.', 'vpn', 1, 1);
      INSERT INTO facts (session_id, text, source_type, status, created_at, updated_at, deleted_at) VALUES
        (1, 'The router has an idle timeout.', 'technician', 'confirmed', 1, 1, NULL),
        (1, 'Quarantined.', 'technician', 'confirmed', 1, 1, 1);
      INSERT INTO write_backs (session_id, kind, markdown, digest, outcome, created_at)
        VALUES (1, 'resolve', 'Raised it.', 'x', 'resolved_locally', 1);
      UPDATE sessions SET state = 'resolved', closed_at = 2 WHERE id = 1;`);
    connection.close();
    const store = openTestStore(folder);
    closeAllSorts(store);
    expect(titles(similar(store, begin(store, VPN_AGAIN)))).toEqual(['VPN drops at home']);
    store.close();
    check(file);
  });
});

describe('the search thread', () => {
  test('finds similar work beside searches, and lets go of what is cancelled', async ({
    store,
  }) => {
    closeAllSorts(store);
    closeSession(store, begin(store, VPN));
    const now = begin(store, VPN_AGAIN);
    const client = createSearchClient({ worker: WORKER, file: store.file, log: createTestLog() });
    const stop = new AbortController();
    const cancelled = client.similarTo(now, 5, stop.signal);
    stop.abort();
    await expect(cancelled).rejects.toMatchObject({ code: 'CANCELLED' });
    const [similarTo, again, toText, hits] = await Promise.all([
      client.similarTo(now, 5),
      client.similarTo(now, 5),
      client.similarToText('print queue', { except: null, limit: 5 }),
      client.search('mailbox', 5),
    ]);
    expect(titles(similarTo)).toEqual([VPN.title]);
    expect(again).toEqual(similarTo);
    expect(titles(toText)).toEqual(['Print jobs hang in the queue']);
    expect(hits).toHaveLength(1);
    await expect(client.similarTo(4_711, 5)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await client.close();
  });
});

function begunFact(store: SessionStore, session_id: number, text: string): number {
  return store.facts.add({ session_id, text, source_type: 'technician' }).id;
}
