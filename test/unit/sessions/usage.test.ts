import { describe, expect } from 'vitest';
import { usageTotalSchema } from '../../../shared/domain/ai.ts';
import { closeSession, newSession, test } from './store-test.ts';

const NOTHING = {
  ...{ answers: 0, input_tokens: 0, output_tokens: 0, cost_microdollars: 0, unpriced_answers: 0 },
};
const usage = (input_tokens: number, output_tokens: number, cost_microdollars: number | null) => ({
  ...{ model: 'claude-sonnet-5-5', input_tokens, output_tokens, cost_microdollars },
});

describe('what the AI cost', () => {
  test('is added up by session and from a time on', ({ store, session }) => {
    const other = newSession(store, 'Another one');
    const december = Date.UTC(2025, 11, 31, 23);
    const january = Date.UTC(2026, 0, 1);
    const add = (session_id: number, at: number, ...of: Parameters<typeof usage>) =>
      store.backdate(at, () =>
        store.usage.add({ session_id, action: 'copilot', usage: usage(...of) }),
      );
    expect(store.usage.ofSession(session)).toEqual(NOTHING);
    add(session, december, 100, 10, 1_000);
    add(session, january, 200, 20, 2_000);
    add(session, january + 1, 400, 40, null);
    add(other, january + 2, 800, 80, 8_000);
    const total = store.usage.ofSession(session);
    expect(usageTotalSchema.strict().parse(total)).toEqual({
      ...{ answers: 3, input_tokens: 700, output_tokens: 70, cost_microdollars: 3_000 },
      unpriced_answers: 1,
    });
    expect(store.usage.since(january)).toEqual({
      ...{ answers: 3, input_tokens: 1_400, output_tokens: 140, cost_microdollars: 10_000 },
      unpriced_answers: 1,
    });
    expect(store.usage.since(january + 3)).toEqual(NOTHING);
  });

  test('is kept of a closed session too, and of none that is not on file', ({ store, session }) => {
    closeSession(store, session);
    store.usage.add({ session_id: session, action: 'resolution_note', usage: usage(1, 1, 1) });
    expect(store.usage.ofSession(session).answers).toBe(1);
    expect(() =>
      store.usage.add({ session_id: 99, action: 'copilot', usage: usage(1, 1, 1) }),
    ).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
  });
});
