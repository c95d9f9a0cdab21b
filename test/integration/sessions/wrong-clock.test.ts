import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SessionStore } from '../../../electron/sessions/index.ts';
import { withDayHeadings } from '../../../renderer/sessions/session-days.ts';
import { createTestFolder, openTestStore } from '../../fixtures/sessions.ts';

const HOUR = 60 * 60 * 1_000;
const RIGHT = Date.UTC(2026, 10, 23, 9);
const EARLY = Date.UTC(1980, 0, 1, 0, 5);
const LATE = Date.UTC(2099, 5, 1);

describe('a clock that is wrong', () => {
  let folder: string;
  let dispose: () => void;
  let at = RIGHT;
  beforeEach(() => {
    ({ folder, dispose } = createTestFolder());
    at = RIGHT;
  });
  afterEach(() => dispose());

  const now = () => {
    at += 1_000;
    return at;
  };
  const begin = (store: SessionStore, title: string) =>
    store.sessions.create({ title, intake: '', domain: 'other', ticket_ref: null });

  it.each([
    ['far behind', EARLY],
    ['far ahead', LATE],
  ])('%s keeps messages and facts in the order in which they came', (_, wrong) => {
    const store = openTestStore(folder, now);
    const { id } = begin(store, 'Begun in time');
    const say = (body: string) =>
      store.messages.add({ session_id: id, author: 'technician', body } as never);
    say('first');
    at = wrong;
    say('second');
    at = RIGHT + HOUR;
    say('third');
    const snapshot = store.snapshot(id);
    expect(snapshot.messages.map(({ body }) => body)).toEqual(['first', 'second', 'third']);
    // The session has never become older by being worked on.
    expect(snapshot.session.updated_at).toBeGreaterThanOrEqual(RIGHT);
    store.close();
  });

  it('gives every session an id of its own, whatever year it says', () => {
    const store = openTestStore(folder, now);
    const ids = [RIGHT, EARLY, LATE, RIGHT].map((when) => {
      at = when;
      return begin(store, 'x').id;
    });
    expect(new Set(ids).size).toBe(4);
    expect(ids.every((id) => Number.isSafeInteger(id) && id > 0)).toBe(true);
    store.close();
  });

  it('that was ahead is told beside its sessions, and nothing else moves', () => {
    const store = openTestStore(folder, now);
    begin(store, 'in time');
    at = LATE;
    begin(store, 'by a wrong clock');
    at = RIGHT + HOUR;
    const rows = withDayHeadings(store.sessions.list({ limit: 10 }), at);
    expect(rows.map((row) => (row.type === 'heading' ? row.label : row.session.title))).toEqual([
      'Dated ahead',
      'by a wrong clock',
      'Today',
      'in time',
    ]);
    store.close();
  });

  it('that was ahead does not keep backups from being made when it is right again', () => {
    const day = (when: number) => {
      at = when;
      const store = openTestStore(folder, now);
      begin(store, 'one more');
      return store.close();
    };
    for (let index = 0; index < 6; index += 1) day(LATE + index * 2 * HOUR);
    for (let index = 0; index < 5; index += 1) {
      expect(day(RIGHT + index * 2 * HOUR)?.sessions).toBe(7 + index);
    }
    const names = readdirSync(join(folder, 'backups'));
    expect(names).toHaveLength(5);
    expect(names.every((name) => name.includes('2026-'))).toBe(true);
  });
});
