import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect } from 'vitest';
import { runMigrations } from '../../../electron/sessions/migrate.ts';
import { SOURCE_TYPES } from '../../../shared/domain/fact.ts';
import { sessionSnapshotSchema } from '../../../shared/domain/snapshot.ts';
import { FIX_OUTCOMES } from '../../../shared/domain/suggested-fix.ts';
import { openTestStore } from '../../fixtures/sessions.ts';
import { requireSoundIndexes } from './lane-test.ts';
import { closeSession, test } from './store-test.ts';

const ACTIVE = 1;
const CLOSED = 2;
const NOTE = '## Problem\n\nThe ibex printer was offline.\n';

const json = (value: unknown) => `'${JSON.stringify(value)}'`;
const each = <One>(list: readonly One[], sql: (one: One) => string) => list.map(sql).join('\n');

/** Rows of every kind, as the version before the typed record wrote them. */
const sessionRows = (id: number) => `
INSERT INTO sessions (id, title, summary, intake, domain, created_at, updated_at)
  VALUES (${id}, 'From before ${id}', 'Offline', '', 'printing', 1, 1);
INSERT INTO messages (id, session_id, author, body, created_at) VALUES (${id}, ${id}, 'copilot', 'Hm', 2);
${each(
  SOURCE_TYPES,
  (source) => `
INSERT INTO facts (session_id, text, source_type, status, deleted_at, created_at, updated_at)
  VALUES (${id}, 'The cause was the ${source} cable', '${source}', 'confirmed', NULL, 3, 3),
    (${id}, 'Removed', '${source}', 'proposed', 4, 3, 3);`,
)}
${each(
  FIX_OUTCOMES,
  (outcome) => `
INSERT INTO suggested_fixes
  (session_id, title, description, confidence, outcome, outcome_note, created_at, updated_at)
  VALUES (${id}, 'Swap it', '', 70, '${outcome}', 'A note', 4, 4);`,
)}
INSERT INTO script_generations
  (session_id, name, language, body, parameters, state, outcome, ran_at, created_at, updated_at)
  VALUES (${id}, 'ipconfig', 'cmd', 'ipconfig', '[]', 'ran', 'Done', 5, 5, 5),
    (${id}, 'ipconfig', 'cmd', 'ipconfig', '[]', 'generated', NULL, NULL, 5, 5);
INSERT INTO checks (id, session_id, instruction, meaning, state, created_at, updated_at)
  VALUES (${id}, ${id}, 'Look', '', 'open', 6, 6);
${each(
  [
    ...SOURCE_TYPES.map((source_type) => ({
      ...{ kind: 'fact', fact_id: id, text: 'x', source_type, unsupported: ['noon'] },
    })),
    { kind: 'check', check_id: id, instruction: 'Look' },
    { kind: 'fix', title: 'Swap it', description: '', confidence: 70, unsupported: [] },
    { kind: 'script', template_key: 'own/1', template_name: 'x', values: {}, reason: '' },
    { kind: 'outcome', fix_id: id, fix_title: 'Swap it', outcome: 'worked', note: null },
  ],
  (proposed) => `
INSERT INTO proposals (session_id, message_id, proposed, created_at)
  VALUES (${id}, ${id}, ${json(proposed)}, 7);`,
)}
INSERT INTO previews
  (session_id, kind, state_version, markdown, evidence, left_out, origin, created_at)
  VALUES (${id}, 'resolve', 1, '## Problem', '[]', '["fact:1"]', 'local', 8);
INSERT INTO generated_lines VALUES (${id}, 'resolve', 'It was offline.', '["fact:1"]');
INSERT INTO drafts (session_id, kind, markdown, base_markdown, base_state_version, updated_at)
  VALUES (${id}, 'escalate', 'Draft', 'Base', 1, 9);
${each(
  ['copilot', 'resolution_note', 'escalation_package'],
  (action) => `
INSERT INTO ai_usage (session_id, action, model, input_tokens, output_tokens, cost_microdollars, created_at)
  VALUES (${id}, '${action}', 'a-model', 10, 20, NULL, 10);`,
)}`;

/** A file as that version left it, with an active and a closed session; the state version of each. */
function olderFile(folder: string): Map<number, number> {
  mkdirSync(folder, { recursive: true });
  const connection = new Database(join(folder, 'resolutionflow.db'));
  runMigrations(connection, 0, 8);
  for (const id of [ACTIVE, CLOSED]) connection.exec(sessionRows(id));
  connection.exec(`
INSERT INTO write_backs (session_id, kind, markdown, digest, outcome, created_at)
  VALUES (${CLOSED}, 'resolve', '${NOTE}', 'abc', 'resolved_local', 11);
UPDATE sessions SET state = 'resolved', closed_at = 12 WHERE id = ${CLOSED};`);
  const rows = connection
    .prepare<[], { id: number; state_version: number }>('SELECT id, state_version FROM sessions')
    .all();
  connection.close();
  return new Map(rows.map(({ id, state_version }) => [id, state_version]));
}

describe('a file from before the typed record', () => {
  test('keeps all that it held, with the defaults', ({ folder }) => {
    const versions = olderFile(folder);
    const store = openTestStore(folder);
    for (const id of [ACTIVE, CLOSED]) {
      const snapshot = store.snapshot(id);
      expect(sessionSnapshotSchema.parse(snapshot)).toEqual(snapshot);
      expect(snapshot.session).toMatchObject({
        ...{ summary: 'Offline', customer_summary: null, language: 'en', affected: null },
        ...{ escalation_reason: null, next_owner: null, state_version: versions.get(id) },
      });
      expect(Object.fromEntries(snapshot.facts.map((one) => [one.source_type, one.role]))).toEqual({
        // Not a cause, whatever the text says.
        ...{ technician: 'finding', user_report: 'symptom', diagnostic_check: 'finding' },
        ...{ script_output: 'finding', ticket: 'symptom' },
      });
      for (const fact of snapshot.facts) {
        expect(fact).toMatchObject({
          ...{ chosen_audience: null, customer_wording: null, short_wording: null },
        });
      }
      expect(snapshot.fixes.map(({ outcome }) => outcome).toReversed()).toEqual(FIX_OUTCOMES);
      for (const fix of snapshot.fixes) {
        expect(fix).toMatchObject({
          ...{ outcome_note: 'A note', done: null, customer_done: null, customer_note: null },
          left_in_place: false,
        });
      }
      expect(snapshot.scripts.map(({ customer_outcome }) => customer_outcome)).toEqual([
        null,
        null,
      ]);
      expect(snapshot.checks).toHaveLength(1);
      expect(snapshot.names).toEqual([]);
      expect(snapshot.proposals.map(({ proposed }) => proposed)).toMatchObject([
        ...SOURCE_TYPES.map((source_type) => ({
          ...{ kind: 'fact', source_type, unsupported: ['noon'], customer_wording: null },
          role: source_type === 'user_report' || source_type === 'ticket' ? 'symptom' : 'finding',
        })),
        ...[{ kind: 'check' }, { kind: 'fix' }, { kind: 'script' }],
        { kind: 'outcome', outcome: 'worked', done: null, cause: null, unsupported: [] },
      ]);
      expect(snapshot.drafts).toMatchObject([{ markdown: 'Draft', base_markdown: 'Base' }]);
      expect(store.previews.find(id, 'resolve', 1)).toBeUndefined();
      expect(store.previews.lines(id, 'resolve')).toHaveLength(1);
      expect(store.usage.ofSession(id)).toMatchObject({ answers: 3, input_tokens: 30 });
    }
    expect(store.snapshot(CLOSED).write_backs).toMatchObject([{ markdown: NOTE }]);
    store.close();
  });

  test('is written on as a new one, and its closed sessions are not', ({ folder }) => {
    olderFile(folder);
    const store = openTestStore(folder);
    const [fact] = store.facts.list(ACTIVE);
    const { state_version } = store.sessions.get(ACTIVE);
    store.facts.update(fact?.id ?? 0, { role: 'cause' });
    store.checks.drop(ACTIVE);
    expect(store.sessions.get(ACTIVE).state_version).toBe(state_version + 2);
    const usage = { model: 'm', input_tokens: 1, output_tokens: 1, cost_microdollars: 1 };
    store.usage.add({ session_id: CLOSED, action: 'note_review', usage });
    expect(store.usage.ofSession(CLOSED).answers).toBe(4);

    const [closedFact] = store.facts.list(CLOSED);
    const before = store.snapshot(CLOSED);
    for (const write of [
      () => store.facts.update(closedFact?.id ?? 0, { role: 'cause' }),
      () => store.sessions.update(CLOSED, { affected: 'All' }),
      () => store.checks.drop(CLOSED),
      () => store.proposals.reject(before.proposals.at(-1)?.id ?? 0),
      () => store.names.set(CLOSED, { name: 'SRV01', kind: 'host', wording: null }),
    ]) {
      expect(write).toThrow(expect.objectContaining({ code: 'CONFLICT' }));
    }
    expect(store.snapshot(CLOSED)).toEqual(before);
    closeSession(store, ACTIVE);
    requireSoundIndexes(store);
    store.close();
  });
});
