import type { AiAction, AiUsage, UsageTotal } from '../../shared/domain/ai.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import { AppError } from '../../shared/errors.ts';

/** What was used of the AI, as the store keeps it. */
export interface UsageStore {
  add(row: {
    readonly session_id: number;
    readonly action: AiAction;
    readonly usage: AiUsage;
  }): void;
  ofSession(sessionId: number): UsageTotal;
  since(timestamp: number): UsageTotal;
}

export interface UsageOverview {
  session: UsageTotal | null;
  month: UsageTotal;
  monthly_limit: number | null;
  limit_reached: boolean;
}

/** What the AI cost, and the monthly limit that the technician may have set. */
export interface AiAccount {
  /** Throws `RATE_LIMITED` in words while this month's limit is reached. */
  requireBudget(): Promise<void>;
  /** Keeps what an answer cost. Never throws: an answer is not lost because its price was not kept. */
  record(sessionId: number, action: AiAction, usage: AiUsage): void;
  overview(sessionId: number | null): Promise<UsageOverview>;
}

const MICRODOLLARS = 1_000_000;

/** Months are those of this computer's calendar. */
export function createAiAccount(options: {
  readonly usage: () => UsageStore;
  readonly settings: () => Promise<Pick<Settings, 'ai_monthly_limit'>>;
  readonly log: { error(message: string, error?: unknown): void };
  readonly now?: () => number;
}): AiAccount {
  const { usage, settings, log, now = Date.now } = options;

  async function overview(sessionId: number | null): Promise<UsageOverview> {
    const { ai_monthly_limit } = await settings();
    const month = usage().since(startOfMonth(now()));
    return {
      session: sessionId === null ? null : usage().ofSession(sessionId),
      month,
      monthly_limit: ai_monthly_limit,
      limit_reached:
        ai_monthly_limit !== null && month.cost_microdollars >= ai_monthly_limit * MICRODOLLARS,
    };
  }

  return {
    overview,
    async requireBudget() {
      const { ai_monthly_limit } = await settings();
      // Without a limit nothing needs to be added up.
      if (ai_monthly_limit === null || !(await overview(null)).limit_reached) return;
      throw new AppError(
        'RATE_LIMITED',
        `This month's AI limit of ${ai_monthly_limit} US dollars is reached, so the AI was not asked. Raise it in Settings → AI, or go on without the AI until ${nextMonth(now())}.`,
      );
    },
    record(session_id, action, spent) {
      try {
        usage().add({ session_id, action, usage: spent });
      } catch (error) {
        log.error('what an answer of the AI cost was not kept', error);
      }
    },
  };
}

function startOfMonth(at: number): number {
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth(), 1).getTime();
}

function nextMonth(at: number): string {
  const date = new Date(at);
  const first = new Date(date.getFullYear(), date.getMonth() + 1, 1);
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' }).format(first);
}
