import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { openSearch, type SessionStore } from '../../../electron/sessions/index.ts';
import { searchHitSchema } from '../../../shared/domain/search.ts';
import { runs } from '../../exploring/runs.ts';
import { closeSession, newSession, test } from './store-test.ts';

/** The titles of the sessions that a query finds, best first. */
function titles(store: SessionStore, query: string, limit = 20): string[] {
  return store.search({ query, limit }).map((hit) => hit.session.title);
}

/** Where a query finds its first session, and the text that is marked as matching. */
function first(store: SessionStore, query: string) {
  const [hit] = store.search({ query, limit: 20 });
  return {
    source: hit?.source,
    marked: hit?.snippet.filter((part) => part.match).map((part) => part.text),
  };
}

describe('search', () => {
  test('finds titles, intake, facts, messages and posted notes', ({ store }) => {
    const id = store.sessions.create({
      title: 'Printer offline',
      intake: 'Since the thunderstorm.',
      domain: 'printing',
      ticket_ref: null,
    }).id;
    store.facts.add({
      session_id: id,
      text: 'The spooler is stopped.',
      source_type: 'diagnostic_check',
    });
    store.messages.add({ session_id: id, author: 'technician', body: 'Asked the receptionist.' });
    closeSession(store, id, '## Problem\n\nA breaker had tripped.');
    expect(first(store, 'printer')).toEqual({ source: 'title', marked: ['Printer'] });
    expect(first(store, 'thunderstorm')).toEqual({ source: 'intake', marked: ['thunderstorm'] });
    expect(first(store, 'spooler')).toEqual({ source: 'fact', marked: ['spooler'] });
    expect(first(store, 'receptionist')).toEqual({ source: 'message', marked: ['receptionist'] });
    expect(first(store, 'breaker')).toEqual({ source: 'note', marked: ['breaker'] });
    const hits = store.search({ query: 'the', limit: 5 });
    expect(hits.map((hit) => searchHitSchema.strict().parse(hit))).toEqual(hits);
  });

  test('finds beginnings of the last word, capitals or not, accents or not', ({ store }) => {
    newSession(store, 'Drucker im Café Zürich');
    for (const query of ['druc', 'DRUCKER', 'cafe', 'zuri', 'Zür', 'drucker im caf']) {
      expect(titles(store, query), query).toHaveLength(1);
    }
    expect(titles(store, 'druc cafe')).toEqual([]);
    expect(titles(store, 'druc ')).toEqual([]);
  });

  test('wants every word, within one place', ({ store, session }) => {
    store.messages.add({
      session_id: session,
      author: 'technician',
      body: 'Driver reinstalled, no change.',
    });
    expect(titles(store, 'driver change')).toHaveLength(1);
    expect(titles(store, 'driver banana')).toEqual([]);
  });

  test('finds addresses, error codes and paths as they stand', ({ store, session }) => {
    const body = 'Event 0x80070005 from 10.0.0.12, user maria@northgate.example, \\\\fs01\\scans';
    store.messages.add({ session_id: session, author: 'technician', body });
    const other = newSession(store, 'Other');
    store.messages.add({
      session_id: other,
      author: 'technician',
      body: 'Between 12 and 10 of 0 items',
    });
    for (const query of ['0x80070005', '10.0.0.12', 'maria@northgate.example', '\\\\fs01\\scans']) {
      expect(titles(store, query), query).toEqual(['Printer offline']);
    }
  });

  test('finds a session by its ticket, the exact one first', ({ store }) => {
    const withTicket = (title: string, ticket_ref: string) =>
      store.sessions.create({ title, intake: '', domain: 'other', ticket_ref });
    withTicket('Exact', '482');
    withTicket('Longer', '48213');
    withTicket('Other', '99');
    for (const query of ['482', '#482', 'CW #482', 'cw#482', 'cw 482']) {
      expect(titles(store, query), query).toEqual(['Exact', 'Longer']);
    }
    for (const query of ['48213', '#48213', 'CW #48213']) {
      expect(titles(store, query), query).toEqual(['Longer']);
    }
    expect(first(store, 'CW #48213')).toEqual({ source: 'ticket', marked: ['48213'] });
  });

  test('names each session once, at its most telling place', ({ store }) => {
    const id = newSession(store, 'Toner is low');
    store.messages.add({ session_id: id, author: 'technician', body: 'Toner ordered.' });
    store.facts.add({ session_id: id, text: 'Toner at 2 per cent.', source_type: 'ticket' });
    const inMessage = newSession(store, 'Paper jam');
    store.messages.add({
      session_id: inMessage,
      author: 'technician',
      body: 'No toner on the rollers.',
    });
    const hits = store.search({ query: 'toner', limit: 9 });
    expect(hits.map((hit) => [hit.session.title, hit.source])).toEqual([
      ['Toner is low', 'title'],
      ['Paper jam', 'message'],
    ]);
  });

  test('answers the newest change first and no more than asked', ({ store }) => {
    for (let count = 0; count < 5; count += 1) newSession(store, `Router ${count}`);
    expect(titles(store, 'router', 3)).toEqual(['Router 4', 'Router 3', 'Router 2']);
  });

  test('follows changes: new words are found, old and removed ones are not', ({
    store,
    session,
  }) => {
    const fact = store.facts.add({
      session_id: session,
      text: 'Zebra firmware',
      source_type: 'ticket',
    });
    expect(titles(store, 'zebra')).toHaveLength(1);
    store.facts.update(fact.id, { text: 'Giraffe firmware' });
    expect(titles(store, 'zebra')).toEqual([]);
    expect(titles(store, 'giraffe')).toHaveLength(1);
    store.facts.remove(fact.id);
    expect(titles(store, 'giraffe')).toEqual([]);
    store.facts.restore(fact.id);
    expect(titles(store, 'giraffe')).toHaveLength(1);
    store.sessions.update(session, { title: 'Walrus' });
    expect(titles(store, 'offline')).toHaveLength(1);
    expect(titles(store, 'walrus')).toEqual(['Walrus']);
    store.sessions.update(session, { intake: 'Nothing.' });
    expect(titles(store, 'offline')).toEqual([]);
  });

  test('shows a stretch of a long text, cut at words', ({ store, session }) => {
    const body = `${'before '.repeat(200)}needle${' after'.repeat(200)}`;
    store.messages.add({ session_id: session, author: 'technician', body });
    const [hit] = store.search({ query: 'needle', limit: 1 });
    const text = hit?.snippet.map((part) => part.text).join('') ?? '';
    expect(text).toMatch(/^…before .*needle after.*…$/);
    expect(text.length).toBeLessThan(180);
  });

  test('has nothing to say to an empty query', ({ store, session }) => {
    expect(store.sessions.get(session).title).toBe('Printer offline');
    for (const query of ['', '   ', '"', '***', '--', '()', '#', '\u0000', '🖨️']) {
      expect(titles(store, query), JSON.stringify(query)).toEqual([]);
    }
  });

  test('takes the syntax of full-text queries for plain text', ({ store, session }) => {
    store.messages.add({
      session_id: session,
      author: 'technician',
      body: 'NEAR the AND gate, title: NOT OR',
    });
    for (const query of [
      'AND',
      'NOT',
      'OR gate',
      'NEAR(a b',
      'title:',
      '"gate',
      'gate"',
      '^near',
      'a* OR b*',
      '{title} : x',
      "'; DROP TABLE facts; --",
    ]) {
      expect(() => store.search({ query, limit: 5 }), query).not.toThrow();
    }
    expect(titles(store, '"gate')).toHaveLength(1);
  });

  test('never fails, whatever is typed', ({ store, session }) => {
    store.messages.add({
      session_id: session,
      author: 'technician',
      body: 'a b c 1 2 3 é ü 日本語 Ω',
    });
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 600 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc
        .array(
          fc.constantFrom(
            '"',
            '*',
            '(',
            ')',
            ':',
            '^',
            '-',
            '+',
            'a',
            'AND',
            'NEAR',
            ' ',
            '\ud800',
            '\u0000',
            '{',
            "'",
          ),
          { maxLength: 30 },
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(typed, fc.integer({ min: 1, max: 100 }), (query, limit) => {
        for (const hit of store.search({ query, limit })) searchHitSchema.parse(hit);
      }),
      { numRuns: runs(500) },
    );
  });
});

describe('a connection for searching', () => {
  test('sees what the store has written, without a lock of its own', ({ store, session }) => {
    const search = openSearch(store.file);
    expect(search.search({ query: 'offline', limit: 5 })).toHaveLength(1);
    store.messages.add({ session_id: session, author: 'technician', body: 'Just now' });
    expect(search.search({ query: 'just now', limit: 5 })).toHaveLength(1);
    search.close();
  });
});
