import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect } from 'vitest';
import { runMigrations } from '../../../electron/sessions/migrate.ts';
import { sessionSnapshotSchema } from '../../../shared/domain/snapshot.ts';
import { openTestStore } from '../../fixtures/sessions.ts';
import { answer, requireSoundIndexes } from './lane-test.ts';
import { closeSession, test } from './store-test.ts';

const ACTIVE = 1;
const CLOSED = 2;
const TEMPLATE = 1;

const SESSION_ROWS = (id: number) => `
INSERT INTO messages (session_id, author, body, created_at)
  VALUES (${id}, 'technician', 'The zebra printer in room ${id}', 2);
INSERT INTO facts (session_id, text, source_type, source_message_id, status, created_at, updated_at)
  VALUES (${id}, 'It is offline', 'technician', ${id}, 'confirmed', 3, 3);
INSERT INTO suggested_fixes (session_id, title, description, confidence, created_at, updated_at)
  VALUES (${id}, 'Restart it', '', 70, 4, 4);
INSERT INTO script_generations
  (session_id, template_id, name, language, body, parameters, state, outcome, ran_at, created_at, updated_at)
  VALUES (${id}, ${TEMPLATE}, 'ipconfig', 'cmd', 'ipconfig', '[]', 'ran', 'Done', 5, 5, 5);
INSERT INTO drafts (session_id, kind, markdown, base_markdown, base_state_version, updated_at)
  VALUES (${id}, 'escalate', 'Draft', '', 1, 6);`;

/** A file as the version before the copilot left it, with an active and a closed session. */
function olderFile(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const connection = new Database(join(folder, 'resolutionflow.db'));
  runMigrations(connection, 0, 6);
  connection.exec(`INSERT INTO script_templates
    (id, name, language, description, body, parameters, created_at, updated_at)
    VALUES (${TEMPLATE}, 'ipconfig', 'cmd', '', 'ipconfig', '[]', 1, 1)`);
  for (const id of [ACTIVE, CLOSED]) {
    connection.exec(`INSERT INTO sessions (id, title, intake, domain, created_at, updated_at)
      VALUES (${id}, 'From before ${id}', 'Offline', 'printing', 1, 1); ${SESSION_ROWS(id)}`);
  }
  connection.exec(`
INSERT INTO write_backs (session_id, kind, markdown, digest, outcome, created_at)
  VALUES (${CLOSED}, 'resolve', 'Resolved', 'abc', 'resolved_local', 7);
UPDATE sessions SET state = 'resolved', closed_at = 8 WHERE id = ${CLOSED};`);
  connection.close();
}

describe('a file from before the copilot', () => {
  test('keeps all that it held', ({ folder }) => {
    olderFile(folder);
    const store = openTestStore(folder);
    for (const id of [ACTIVE, CLOSED]) {
      const snapshot = store.snapshot(id);
      expect(sessionSnapshotSchema.parse(snapshot)).toEqual(snapshot);
      expect(snapshot.messages).toEqual([
        {
          ...{ id, session_id: id, author: 'technician', body: `The zebra printer in room ${id}` },
          ...{ state: 'complete', reply_to: null, failure: null, notices: [], usage: null },
          created_at: 2,
        },
      ]);
      expect(snapshot.facts).toMatchObject([{ text: 'It is offline', from_session_id: null }]);
      expect(snapshot.fixes).toMatchObject([{ title: 'Restart it', from_session_id: null }]);
      expect(snapshot.scripts).toMatchObject([{ name: 'ipconfig', template_key: null }]);
      expect(snapshot.drafts).toHaveLength(1);
    }
    expect(store.snapshot(CLOSED).write_backs).toHaveLength(1);
    store.close();
  });

  test('lets a template go that its scripts were made from', ({ folder }) => {
    olderFile(folder);
    const store = openTestStore(folder);
    expect(store.templates.remove(TEMPLATE)).toBe(true);
    expect(store.snapshot(CLOSED).scripts).toHaveLength(1);
    store.close();
  });

  test('is searched, written and closed as a new one', ({ folder }) => {
    olderFile(folder);
    const store = openTestStore(folder);
    const hits = (query: string) =>
      store.search({ query, limit: 5 }).map(({ session }) => session.id);
    expect(hits('zebra').toSorted()).toEqual([ACTIVE, CLOSED]);
    const answered = answer(store, ACTIVE, 'An okapi');
    expect(hits('okapi')).toEqual([ACTIVE]);
    store.messages.replaceFrom(ACTIVE);
    expect(hits('zebra')).toEqual([CLOSED]);
    expect(store.messages.get(answered.id).body).toBe('An okapi');
    closeSession(store, ACTIVE);
    requireSoundIndexes(store);
    store.close();
  });
});
