import Database from 'better-sqlite3';
import { describe, expect } from 'vitest';
import type { SessionStore } from '../../../electron/sessions/index.ts';
import { HAND_OFF_FIELDS } from '../../../shared/domain/session.ts';
import { closeSession, test } from './store-test.ts';

type Write = (store: SessionStore, session: number) => unknown;

const fix = { title: 'Fix', description: '', confidence: 50 };
const script = { name: 'Script', language: 'bash', body: 'true' } as const;

function prepared(store: SessionStore, session_id: number) {
  const fact = store.facts.add({
    session_id,
    text: 'Known',
    source_type: 'technician',
    status: 'proposed',
  });
  const removed = store.facts.add({ session_id, text: 'Gone', source_type: 'technician' });
  store.facts.remove(removed.id);
  const suggested = store.fixes.suggest({ session_id, ...fix });
  const generated = store.scripts.generate({
    session_id,
    template_key: null,
    parameters: [],
    ...script,
  });
  const asked = store.messages.add({ session_id, author: 'technician', body: 'Why?' });
  const answer = store.messages.startAnswer({ session_id, reply_to: asked.id });
  store.messages.keepAnswer(answer.id, { body: 'Look.', state: 'complete' });
  store.checks.add({ session_id, instruction: 'Open check', meaning: '' });
  const dropped = store.checks.add({ session_id, instruction: 'Dropped check', meaning: '' });
  store.checks.drop(dropped.id);
  store.proposals.add({ session_id, message_id: answer.id, proposed: FIX_PROPOSAL });
  store.attachments.addImage({ session_id, ...PICTURE });
  store.scripts.recordRun({ session_id, outcome: 'Done', ...script });
  store.names.set(session_id, { name: 'SRV01', kind: 'host', wording: null });
  store.proposals.add({ session_id, message_id: answer.id, proposed: SUMMARY_PROPOSAL });
  return { fact: fact.id, removed: removed.id, fix: suggested.id, script: generated.id };
}

const FIX_PROPOSAL = { kind: 'fix', ...fix, unsupported: [] } as const;
const SUMMARY_PROPOSAL = {
  ...{ kind: 'summary' as const, summary: 'It was offline.', customer_summary: null },
  unsupported: [],
};
const PICTURE = { name: 'Picture', media_type: 'image/png', bytes: Buffer.from('picture') };

/** Ids as {@link prepared} makes them in a new store. */
const FACT = 1;
const REMOVED_FACT = 2;
const FIX = 1;
const SCRIPT = 1;
const RAN = 2;
const QUESTION = 1;
const ANSWER = 2;
const CHECK = 1;
const DROPPED_CHECK = 2;
const PROPOSAL = 1;
const SUMMARY = 2;
const ATTACHMENT = 1;

const ADVANCING: Record<string, Write> = {
  'the title': (store, id) => store.sessions.update(id, { title: 'Another' }),
  'the summary': (store, id) => store.sessions.update(id, { summary: 'Another' }),
  'the intake': (store, id) => store.sessions.update(id, { intake: 'Another' }),
  'the domain': (store, id) => store.sessions.update(id, { domain: 'server' }),
  'the ticket': (store, id) => store.sessions.update(id, { ticket_ref: '7' }),
  'a customer summary': (store, id) => store.sessions.update(id, { customer_summary: 'Another' }),
  'the language': (store, id) => store.sessions.update(id, { language: 'de' }),
  'a reason to escalate': (store, id) => store.sessions.update(id, { escalation_reason: 'skill' }),
  'a confirmed summary': (store, id) =>
    store.sessions.update(id, { summary: 'It was offline.', proposal_id: SUMMARY }),
  ...Object.fromEntries(
    HAND_OFF_FIELDS.filter((field) => field !== 'escalation_reason').map(
      (field): [string, Write] => [
        `the hand-off field ${field}`,
        (store, id) => store.sessions.update(id, { [field]: 'Filled in' }),
      ],
    ),
  ),
  'a new name': (store, id) =>
    store.names.set(id, { name: 'SRV02', kind: 'host', wording: 'the server' }),
  'a name with other words': (store, id) =>
    store.names.set(id, { name: 'srv01', kind: 'host', wording: 'the server' }),
  'names that were learned': (store, id) =>
    store.names.learn(id, [{ name: 'SRV03', kind: 'host', wording: null }]),
  'a role': (store) => store.facts.update(FACT, { role: 'cause' }),
  'an audience': (store, id) => store.facts.setAudience(id, [FACT], 'customer'),
  'a wording for the customer': (store) => store.facts.update(FACT, { customer_wording: 'Plain' }),
  'a short wording': (store) => store.facts.update(FACT, { short_wording: 'Short' }),
  'what was done': (store) => store.fixes.update(FIX, { done: 'Restarted it.' }),
  'what was done, for the customer': (store) =>
    store.fixes.update(FIX, { customer_done: 'We restarted it.' }),
  'a note for the customer': (store) => store.fixes.update(FIX, { customer_note: 'Plain' }),
  'a result for the customer': (store) => store.scripts.setCustomerOutcome(RAN, 'Plain'),
  'a check': (store, session_id) =>
    store.checks.add({ session_id, instruction: 'Another check', meaning: '' }),
  'a dropped check': (store) => store.checks.drop(CHECK),
  'a check on the list again': (store) => store.checks.reopen(DROPPED_CHECK),
  'a new fact': (store, session_id) =>
    store.facts.add({ session_id, text: 'x', source_type: 'ticket' }),
  'a reworded fact': (store) => store.facts.update(FACT, { text: 'Other' }),
  'a confirmed fact': (store) => store.facts.confirm(FACT),
  'a removed fact': (store) => store.facts.remove(FACT),
  'a restored fact': (store) => store.facts.restore(REMOVED_FACT),
  'a new fix': (store, session_id) => store.fixes.suggest({ session_id, ...fix }),
  'a changed fix': (store) => store.fixes.update(FIX, { confidence: 90 }),
  'a verdict': (store) => store.fixes.setOutcome(FIX, { outcome: 'worked', outcome_note: null }),
  'a generated script': (store, session_id) =>
    store.scripts.generate({ session_id, template_key: null, parameters: [], ...script }),
  'a script run by hand': (store, session_id) =>
    store.scripts.recordRun({ session_id, outcome: 'Done', ...script }),
  'a script that ran': (store) => store.scripts.markRan(SCRIPT, 'Done'),
  'a check that was done': (store) => store.checks.complete(CHECK, { result: 'Seen' }),
  'confirming several facts': (store, id) => store.facts.confirmAll(id, [FACT]),
  'a confirmed fix': (store, session_id) =>
    store.fixes.suggest({ session_id, ...fix, proposal_id: PROPOSAL }),
};

/** What the copilot and the technician say to each other, propose and paste. */
const LANE: Record<string, Write> = {
  'a message': (store, session_id) =>
    store.messages.add({ session_id, author: 'technician', body: 'x' }),
  'a message with a picture': (store, session_id) =>
    store.messages.add({
      session_id,
      author: 'technician',
      body: '',
      attachment_ids: [ATTACHMENT],
    }),
  'an answer': (store, session_id) =>
    store.messages.startAnswer({ session_id, reply_to: QUESTION }),
  'a replaced message': (store) => store.messages.replaceFrom(ANSWER),
  'a proposal': (store, session_id) =>
    store.proposals.add({ session_id, message_id: ANSWER, proposed: FIX_PROPOSAL }),
  'a rejected proposal': (store) => store.proposals.reject(PROPOSAL),
  'a picture': (store, session_id) => store.attachments.addImage({ session_id, ...PICTURE }),
  'an output': (store, session_id) =>
    store.attachments.addText({ session_id, name: 'Output', text: 'x', fact_id: FACT }),
  'a picture that was dropped': (store) => store.attachments.remove(ATTACHMENT),
};

const draft = { kind: 'resolve', markdown: 'x', base_markdown: '', base_state_version: 1 } as const;

const RESTING: Record<string, Write> = {
  ...LANE,
  'a draft': (store, session_id) => store.drafts.save({ session_id, ...draft }),
  'an audit entry': (store, session_id) =>
    store.audit.add({ session_id, write_back_id: null, step: 'x', detail: '' }),
  'a preview': (store, session_id) =>
    store.previews.save({
      session_id,
      kind: 'resolve',
      state_version: store.sessions.get(session_id).state_version,
      markdown: '',
      evidence: [],
      left_out: [],
      origin: 'ai',
      sent: null,
    }),
  'a title as it was': (store, id) =>
    store.sessions.update(id, { title: store.sessions.get(id).title }),
  'a name as it was': (store, id) =>
    store.names.set(id, { name: 'SRV01', kind: 'host', wording: null }),
  'a name that is known': (store, id) =>
    store.names.learn(id, [{ name: 'srv01', kind: 'account', wording: 'x' }]),
  'a name that was never there': (store, id) => store.names.remove(id, 'SRV99'),
  'a role as it was': (store) => store.facts.update(FACT, { role: 'finding' }),
  'an audience as it was': (store, id) => store.facts.setAudience(id, [FACT], null),
  'an empty result for the customer': (store) => store.scripts.setCustomerOutcome(RAN, null),
  'a summary as it was, confirmed': (store, id) =>
    store.sessions.update(id, { summary: '', proposal_id: SUMMARY }),
  'a closing': (store, id) => closeSession(store, id),
};

describe('the state version', () => {
  for (const [name, write] of Object.entries(ADVANCING)) {
    test(`is advanced by ${name}`, ({ store, session }) => {
      prepared(store, session);
      const before = store.sessions.get(session);
      write(store, session);
      const after = store.sessions.get(session);
      expect(after.state_version).toBeGreaterThan(before.state_version);
      expect(after.updated_at).toBeGreaterThan(before.updated_at);
    });
  }

  for (const [name, write] of Object.entries(RESTING)) {
    test(`rests with ${name}`, ({ store, session }) => {
      prepared(store, session);
      const before = store.sessions.get(session).state_version;
      write(store, session);
      expect(store.sessions.get(session).state_version).toBe(before);
    });
  }

  test('is advanced for writes that go past the code', ({ store, session }) => {
    prepared(store, session);
    const direct = new Database(store.file);
    for (const sql of [
      `UPDATE facts SET text = 'direct' WHERE id = ${FACT}`,
      `DELETE FROM facts WHERE id = ${FACT}`,
      `DELETE FROM suggested_fixes WHERE id = ${FIX}`,
      `DELETE FROM script_generations WHERE id = ${SCRIPT}`,
      `UPDATE sessions SET title = 'direct' WHERE id = ${session}`,
      `UPDATE checks SET instruction = 'direct' WHERE id = ${CHECK}`,
      `DELETE FROM checks WHERE id = ${DROPPED_CHECK}`,
      `UPDATE known_names SET wording = 'direct'`,
      `DELETE FROM known_names`,
    ]) {
      const before = store.sessions.get(session).state_version;
      direct.exec(sql);
      expect(store.sessions.get(session).state_version).toBe(before + 1);
    }
    const before = store.sessions.get(session).state_version;
    direct.exec(`UPDATE sessions SET title = 'direct' WHERE id = ${session}`);
    expect(store.sessions.get(session).state_version).toBe(before);
    direct.close();
  });

  test('goes with every field of a session but its times and its state', ({ store, session }) => {
    const direct = new Database(store.file);
    const columns = direct.prepare<[], string>("SELECT name FROM pragma_table_info('sessions')");
    const own = new Set(['id', 'state', 'state_version', 'created_at', 'updated_at', 'closed_at']);
    for (const column of columns.pluck().all()) {
      if (own.has(column)) continue;
      const value = { language: 'fr', escalation_reason: 'vendor' }[column] ?? '7';
      const before = store.sessions.get(session).state_version;
      direct.prepare(`UPDATE sessions SET ${column} = ? WHERE id = ?`).run(value, session);
      expect(store.sessions.get(session).state_version, column).toBe(before + 1);
    }
    closeSession(store, session);
    for (const column of columns.pluck().all()) {
      if (own.has(column)) continue;
      const change = direct.prepare(`UPDATE sessions SET ${column} = ? WHERE id = ?`);
      expect(() => change.run('en', session), column).toThrow('session_closed');
    }
    direct.close();
  });

  test('is advanced by a name that is taken away', ({ store, session }) => {
    prepared(store, session);
    const before = store.sessions.get(session).state_version;
    expect(store.names.remove(session, 'srv01')).toEqual([]);
    expect(store.sessions.get(session).state_version).toBe(before + 1);
    store.names.set(session, { name: 'SRV01', kind: 'host', wording: null });
    closeSession(store, session);
    expect(() => store.names.remove(session, 'SRV01')).toThrow(
      expect.objectContaining({ code: 'CONFLICT' }),
    );
  });

  test.for([
    ...['facts.role', 'facts.chosen_audience', 'suggested_fixes.left_in_place'],
    ...['sessions.language', 'sessions.escalation_reason', 'known_names.kind'],
  ])('has no value outside of its list: %s', (place, { store, session }) => {
    prepared(store, session);
    const [table, column] = place.split('.');
    const direct = new Database(store.file);
    const value = column === 'left_in_place' ? 2 : 'other_than_listed';
    expect(() => direct.prepare(`UPDATE ${table} SET ${column} = ?`).run(value)).toThrow(/CHECK/);
    direct.close();
  });
});

describe('a closed session', () => {
  for (const [name, write] of Object.entries({ ...ADVANCING, ...LANE })) {
    test(`refuses ${name}`, ({ store, session }) => {
      prepared(store, session);
      closeSession(store, session);
      const before = store.snapshot(session);
      expect(() => write(store, session)).toThrow(expect.objectContaining({ code: 'CONFLICT' }));
      expect(store.snapshot(session)).toEqual(before);
    });
  }

  test('refuses writes that go past the code', ({ store, session }) => {
    prepared(store, session);
    closeSession(store, session);
    const direct = new Database(store.file);
    for (const sql of [
      `UPDATE sessions SET title = 'x' WHERE id = ${session}`,
      `UPDATE sessions SET state = 'active', closed_at = NULL WHERE id = ${session}`,
      `INSERT INTO messages (session_id, author, body, created_at) VALUES (${session}, 'technician', '', 0)`,
      `UPDATE facts SET text = 'x' WHERE id = ${FACT}`,
      `DELETE FROM facts WHERE id = ${FACT}`,
      `DELETE FROM suggested_fixes WHERE id = ${FIX}`,
      `UPDATE script_generations SET outcome = 'x' WHERE id = ${SCRIPT}`,
      `UPDATE checks SET state = 'dropped' WHERE id = ${CHECK}`,
      `DELETE FROM checks WHERE id = ${CHECK}`,
      `UPDATE known_names SET wording = 'x'`,
      `DELETE FROM known_names`,
      `INSERT INTO known_names (session_id, name, kind, created_at, updated_at)
       VALUES (${session}, 'SRV09', 'host', 0, 0)`,
      `UPDATE proposals SET state = 'confirmed' WHERE id = ${PROPOSAL}`,
      `UPDATE attachments SET name = 'x' WHERE id = ${ATTACHMENT}`,
      `INSERT INTO drafts (session_id, kind, markdown, base_markdown, base_state_version, updated_at)
       VALUES (${session}, 'resolve', '', '', 1, 0)`,
    ]) {
      expect(() => direct.exec(sql), sql).toThrow('session_closed');
    }
    direct.close();
  });

  test('leaves the other sessions open', ({ store, session }) => {
    const other = store.sessions.create({
      title: 'Other',
      intake: '',
      domain: 'other',
      ticket_ref: null,
    });
    closeSession(store, session);
    expect(store.facts.add({ session_id: other.id, text: 'x', source_type: 'ticket' }).text).toBe(
      'x',
    );
  });
});

describe('a row', () => {
  test('cannot be moved to another session', ({ store, session }) => {
    prepared(store, session);
    const other = store.sessions.create({
      title: 'Other',
      intake: '',
      domain: 'other',
      ticket_ref: null,
    });
    const direct = new Database(store.file);
    expect(() =>
      direct.exec(`UPDATE facts SET session_id = ${other.id} WHERE id = ${FACT}`),
    ).toThrow('moved_to_another_session');
    direct.close();
  });
});
