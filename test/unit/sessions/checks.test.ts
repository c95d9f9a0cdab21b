import { describe, expect } from 'vitest';
import { checkSchema } from '../../../shared/domain/check.ts';
import { test } from './store-test.ts';

const CONFLICT = expect.objectContaining({ code: 'CONFLICT' });
const NOT_FOUND = expect.objectContaining({ code: 'NOT_FOUND' });

const CHECK = { instruction: 'Ping the printer', meaning: 'No answer: it is off.' };

describe('checks', () => {
  test('are ticked with a result, which is a confirmed fact', ({ store, session: session_id }) => {
    const check = store.checks.add({ session_id, ...CHECK });
    expect(checkSchema.strict().parse(check)).toEqual(check);
    expect(check).toMatchObject({ ...CHECK, state: 'open', fact_id: null });
    const output = 'Reply from 10.0.0.9';
    const done = store.checks.complete(check.id, { result: 'It answers.', output });
    expect(done.fact).toMatchObject({
      ...{ text: 'It answers.', source_type: 'diagnostic_check', status: 'confirmed' },
      source_summary: CHECK.instruction,
    });
    expect(done.check).toEqual({ ...check, state: 'done', fact_id: done.fact.id });
    const [attached] = store.attachments.list(session_id);
    expect(attached).toMatchObject({ fact_id: done.fact.id, kind: 'text', size: output.length });
    expect(store.attachments.get(attached?.id ?? 0).content.toString()).toBe(output);
    expect(() => store.checks.complete(check.id, { result: 'Again' })).toThrow(CONFLICT);
    expect(() => store.checks.drop(check.id)).toThrow(CONFLICT);
    expect(store.facts.list(session_id)).toEqual([done.fact]);
  });

  test('can be run again, and the first result stays', ({ store, session: session_id }) => {
    const { id } = store.checks.add({ session_id, ...CHECK });
    store.checks.complete(id, { result: 'No answer.' });
    expect(store.checks.reopen(id)).toMatchObject({ state: 'open', fact_id: null });
    const { check, fact } = store.checks.complete(id, { result: 'It answers now.' });
    expect(check.fact_id).toBe(fact.id);
    expect(store.facts.list(session_id).map(({ text }) => text)).toEqual([
      'No answer.',
      'It answers now.',
    ]);
    expect(store.attachments.list(session_id)).toEqual([]);
  });

  test('leave the list when dropped, and come back', ({ store, session: session_id }) => {
    const [first, second] = [CHECK, { ...CHECK, instruction: 'Look at its lamp' }].map((check) =>
      store.checks.add({ session_id, ...check }),
    );
    const id = first?.id ?? 0;
    const dropped = store.checks.drop(id);
    expect(dropped.state).toBe('dropped');
    expect(store.checks.drop(id)).toEqual(dropped);
    expect(() => store.checks.complete(id, { result: 'x' })).toThrow(CONFLICT);
    expect(store.checks.list(session_id)).toEqual([second]);
    store.checks.reopen(id);
    expect(store.checks.list(session_id)).toEqual([first, second]);
    expect(() => store.checks.drop(99)).toThrow(NOT_FOUND);
  });
});
