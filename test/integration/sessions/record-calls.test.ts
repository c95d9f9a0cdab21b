import { expect, it, onTestFinished } from 'vitest';
import { createRouter } from '../../../electron/ipc/index.ts';
import { knowledgeHandlers } from '../../../electron/ipc/knowledge-handlers.ts';
import type { Handlers } from '../../../electron/ipc/router.ts';
import { scriptHandlers } from '../../../electron/ipc/script-handlers.ts';
import type { Services } from '../../../electron/ipc/services.ts';
import { sessionHandlers } from '../../../electron/ipc/session-handlers.ts';
import {
  type CallInput,
  type CallName,
  type CallOutput,
  contract,
} from '../../../shared/contract/index.ts';
import { createTestLog } from '../../fixtures/log.ts';
import { createTestFolder, openTestStore } from '../../fixtures/sessions.ts';

/** Counts as a known secret. */
const SECRET = 'Sunshine-77-rain';
const redact = (text: string) => text.replaceAll(SECRET, '(secret)');

/** The calls that write the record, over the real router, handlers and store. */
function openCalls() {
  const { folder, dispose } = createTestFolder();
  const store = openTestStore(folder, Date.now);
  const changed: number[] = [];
  const services = {
    store: { current: () => store },
    secrets: { redactKnown: redact, remember: () => {} },
    publish: (name: string, payload: { session_id: number }) => {
      if (name === 'session.changed') changed.push(payload.session_id);
    },
    log: createTestLog(),
  } as unknown as Services;
  const handlers = {
    ...knowledgeHandlers(services),
    ...scriptHandlers(services),
    ...sessionHandlers(services),
  } as unknown as Handlers;
  const router = createRouter({ handlers, log: services.log, redact });
  onTestFinished(() => {
    store.close();
    dispose();
  });

  /** Makes a call as the window does; its answer fits the contract. */
  async function call<Name extends CallName>(
    name: Name,
    input: CallInput<Name>,
  ): Promise<CallOutput<Name>> {
    const answer = await router.handle({ name, input, requestId: undefined });
    if (!answer.ok) throw Object.assign(new Error(answer.error.message), answer.error);
    expect(contract[name].output.parse(answer.value)).toEqual(answer.value);
    return answer.value as CallOutput<Name>;
  }

  const session_id = store.sessions.create({
    ...{ title: 'Slow', intake: '', domain: 'other', ticket_ref: null },
  }).id;
  return { call, changed, session_id, store };
}

it('writes the whole record and tells every view of it', async () => {
  const { call, changed, session_id } = openCalls();
  const fact = await call('facts.add', {
    ...{ session_id, text: 'It was slow.', source_type: 'user_report', role: 'finding' },
    ...{ chosen_audience: 'internal', customer_wording: '  ', short_wording: 'Slow' },
  });
  expect(fact).toMatchObject({
    ...{ role: 'finding', chosen_audience: 'internal' },
    ...{ customer_wording: null, short_wording: 'Slow' },
  });
  const { id: fact_id } = fact;
  const reworded = { fact_id, customer_wording: 'It took long.', short_wording: '' };
  expect(await call('facts.update', reworded)).toMatchObject({
    ...{ customer_wording: 'It took long.', short_wording: null, text: 'It was slow.' },
  });
  const audience = { session_id, fact_ids: [fact_id], audience: null };
  expect(await call('facts.setAudience', audience)).toMatchObject([{ chosen_audience: null }]);

  const fix = { session_id, title: 'Restart it', confidence: 70 };
  const { id: fix_id } = await call('fixes.suggest', fix);
  expect(
    await call('fixes.setOutcome', {
      ...{ fix_id, outcome: 'worked', done: 'Restarted it.', customer_done: '' },
      cause: { kind: 'fact', fact_id },
      confirmation: { kind: 'text', text: 'It is fast.', source_type: 'user_report' },
    }),
  ).toMatchObject({ done: 'Restarted it.', customer_done: null, left_in_place: false });
  expect(await call('fixes.update', { fix_id, customer_done: 'We restarted it.' })).toMatchObject({
    customer_done: 'We restarted it.',
  });

  const run = { session_id, name: 'By hand', outcome: 'Fine', customer_outcome: 'All is well' };
  const { id: generation_id, ...ran } = await call('scripts.recordRun', run);
  expect(ran.customer_outcome).toBe('All is well');
  const worded = { generation_id, customer_outcome: '' };
  expect(await call('scripts.setCustomerOutcome', worded)).toMatchObject({
    customer_outcome: null,
  });

  const fields = {
    customer_summary: 'Slow',
    language: 'de',
    since: 'Monday',
    contact: '',
  } as const;
  expect(await call('sessions.update', { session_id, ...fields })).toMatchObject({
    ...{ ...fields, contact: null },
  });
  const name = { name: ' SRV01\n', kind: 'host', wording: '' } as const;
  expect(await call('names.set', { session_id, ...name })).toEqual([
    { name: 'SRV01', kind: 'host', wording: null },
  ]);
  const { facts, names } = await call('sessions.get', { session_id });
  expect(facts.map(({ role }) => role)).toEqual(['cause', 'confirmation']);
  expect(names).toHaveLength(1);
  expect(await call('names.remove', { session_id, name: 'srv01' })).toEqual([]);
  expect(changed).toHaveLength(11);
});

it('keeps known secrets out of every new field', async () => {
  const { call, session_id, store } = openCalls();
  const text = `It is ${SECRET} now`;
  const { id: fact_id } = await call('facts.add', {
    ...{ session_id, text: 'x', source_type: 'technician' },
    ...{ customer_wording: text, short_wording: text },
  });
  const { id: fix_id } = await call('fixes.suggest', { session_id, title: 'x', confidence: 1 });
  await call('fixes.setOutcome', {
    ...{ fix_id, outcome: 'worked', done: text, customer_done: text, customer_note: text },
    cause: { kind: 'text', text, source_type: 'technician' },
    confirmation: { kind: 'fact', fact_id },
  });
  const run = { session_id, name: 'x', outcome: 'x', customer_outcome: text };
  await call('scripts.recordRun', run);
  await call('sessions.update', {
    ...{ session_id, customer_summary: text, affected: text, since: text, impact: text },
    ...{ priority: text, escalation_note: text, promised: text, contact: text, next_owner: text },
  });
  await call('names.set', { session_id, name: text, kind: 'account', wording: text });
  const kept = JSON.stringify(store.snapshot(session_id));
  expect(kept).not.toContain(SECRET);
  expect(kept.match(/It is \(secret\) now/g)).toHaveLength(18);
});
