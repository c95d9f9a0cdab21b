import type { AiAction, AiUsage, UsageTotal } from '../../shared/domain/ai.ts';
import type { WritableDatabase } from './database.ts';
import { found, requireSession } from './guards.ts';

export interface NewUsage {
  readonly session_id: number;
  readonly action: AiAction;
  readonly usage: AiUsage;
}

/** What the AI cost, answer by answer. */
export interface UsageQueries {
  /** Also of a closed session: what was asked for before was paid for. */
  add(usage: NewUsage): void;
  ofSession(sessionId: number): UsageTotal;
  /** From a time on, in all sessions. */
  since(timestamp: number): UsageTotal;
}

const INSERT = `INSERT INTO ai_usage
  (session_id, action, model, input_tokens, output_tokens, cost_microdollars, created_at)
  VALUES (@session_id, @action, @model, @input_tokens, @output_tokens, @cost_microdollars, @at)`;

const TOTAL = `SELECT count(*) AS answers, coalesce(sum(input_tokens), 0) AS input_tokens,
  coalesce(sum(output_tokens), 0) AS output_tokens,
  coalesce(sum(cost_microdollars), 0) AS cost_microdollars,
  count(*) - count(cost_microdollars) AS unpriced_answers FROM ai_usage`;

export function createUsageQueries(database: WritableDatabase, now: () => number): UsageQueries {
  const total = (where: string, parameters: Readonly<Record<string, number>>) =>
    found(
      database.one<UsageTotal>(`${TOTAL} WHERE ${where}`, parameters),
      'The cost could not be added up.',
    );
  return {
    add({ session_id, action, usage }) {
      database.write(() => {
        requireSession(database, session_id);
        const { model, input_tokens, output_tokens, cost_microdollars } = usage;
        const row = { model, input_tokens, output_tokens, cost_microdollars };
        database.run(INSERT, { session_id, action, ...row, at: now() });
      });
    },
    ofSession: (sessionId) => total('session_id = @session_id', { session_id: sessionId }),
    since: (timestamp) => total('created_at >= @timestamp', { timestamp }),
  };
}
