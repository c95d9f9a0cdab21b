import { setTimeout } from 'node:timers/promises';
import type { PostingProgress, StatusChangedLater } from '../../../shared/domain/posting.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Log } from '../../../shared/log.ts';
import type { Intent } from '../../sessions/index.ts';
import type { Psa } from '../psa.ts';
import { createTicketsSeen, type TicketsSeen } from './plan.ts';
import type { PostingRules, PostingStore, Run } from './run.ts';
import { lookLater } from './second-look.ts';
import { createTurns, type Turns } from './turns.ts';

interface DeskOptions {
  readonly store: () => PostingStore;
  readonly psa?: () => Promise<Psa | null>;
  readonly rules?: () => Promise<PostingRules>;
  readonly onProgress?: (progress: PostingProgress) => void;
  readonly onStatusChangedLater?: (change: StatusChangedLater) => void;
  readonly log?: Log;
  readonly now?: () => number;
  readonly sleep?: Run['sleep'];
}

/** What all postings share: the connection of the moment, one turn a session, the looks that come later. */
export interface Desk {
  readonly store: () => PostingStore;
  readonly turns: Turns;
  readonly seen: TicketsSeen;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: PostingProgress) => void;
  /** A run of steps with the PSA, or null while none is set up. */
  connect(): Promise<Run | null>;
  /** As {@link connect}; throws `NOT_CONFIGURED`. */
  requireConnection(): Promise<Run>;
  /** The open posting of a session; throws where there is none. */
  requireOpen(sessionId: number): Intent;
  /** A turn of a session's. Mistakes of the program's go to the log. */
  inTurn<Result>(sessionId: number, work: () => Promise<Result>): Promise<Result>;
  settled(): Promise<void>;
  close(): Promise<void>;
}

const NO_RULES: PostingRules = { statuses: {}, discussion_too: false, notify: false };

export function createDesk(options: DeskOptions): Desk {
  const { store, psa, rules, log } = options;
  const { onProgress = () => {}, onStatusChangedLater = () => {} } = options;
  const turns = createTurns();
  const stop = new AbortController();
  const looks = new Set<Promise<void>>();

  async function connect(): Promise<Run | null> {
    const [system, set] = await Promise.all([psa?.() ?? null, rules?.() ?? NO_RULES]);
    if (system === null) return null;
    const run: Run = {
      psa: system,
      rules: set,
      store,
      sleep:
        options.sleep ??
        ((milliseconds, signal) => setTimeout(milliseconds, undefined, { signal })),
      signal: stop.signal,
      onProgress,
      onVerified(posted, ticketId, status) {
        const look = lookLater(run, posted, ticketId, status).then((change) => {
          looks.delete(look);
          if (change !== null) onStatusChangedLater(change);
        });
        looks.add(look);
      },
      warnings: [],
    };
    return run;
  }

  async function settled(): Promise<void> {
    await turns.ended();
    await Promise.all(looks);
  }

  return {
    store,
    turns,
    seen: createTicketsSeen(options.now ?? Date.now),
    signal: stop.signal,
    onProgress,
    connect,
    async requireConnection() {
      const run = await connect();
      if (run !== null) return run;
      throw new AppError(
        'NOT_CONFIGURED',
        'ConnectWise is not set up, so nothing was done. Complete it in Settings → ConnectWise, then try again.',
      );
    },
    requireOpen(sessionId) {
      const intent = store().intents.findOpen(sessionId);
      if (intent !== undefined) return intent;
      const { state } = store().sessions.get(sessionId);
      throw new AppError(
        'CONFLICT',
        state === 'active'
          ? 'There is no posting of this session that is not finished. Nothing was sent.'
          : `This session is ${state} already. Nothing was sent.`,
        { state },
      );
    },
    async inTurn(sessionId, work) {
      try {
        return await turns.take(sessionId, work);
      } catch (error) {
        const isOurs = error instanceof AppError && error.code !== 'INTERNAL';
        if (!isOurs && !stop.signal.aborted)
          log?.error('posting failed', error instanceof Error ? (error.cause ?? error) : error);
        throw error;
      }
    },
    settled,
    async close() {
      stop.abort();
      await settled();
    },
  };
}
