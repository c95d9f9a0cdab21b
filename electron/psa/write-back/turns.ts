import { AppError } from '../../../shared/errors.ts';

/** One piece of work for a session at a time. */
export interface Turns {
  /** `CONFLICT` while another one is under way. */
  take<Result>(sessionId: number, work: () => Promise<Result>): Promise<Result>;
  isTaken(sessionId: number): boolean;
  isAnyTaken(): boolean;
  /** When all that is under way has ended. */
  ended(): Promise<void>;
}

export function createTurns(): Turns {
  const running = new Map<number, Promise<unknown>>();
  return {
    take(sessionId, work) {
      if (running.has(sessionId)) {
        return Promise.reject(
          new AppError(
            'CONFLICT',
            'The note of this session is being posted at this moment. Wait for what comes of it; nothing was done twice.',
            { running: true },
          ),
        );
      }
      const turn = work().finally(() => running.delete(sessionId));
      running.set(sessionId, turn);
      return turn;
    },
    isTaken: (sessionId) => running.has(sessionId),
    isAnyTaken: () => running.size > 0,
    async ended() {
      await Promise.allSettled(running.values());
    },
  };
}
