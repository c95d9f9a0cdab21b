/** There was no answer in time. What was asked may still be done. */
export class NoAnswer extends Error {
  constructor(milliseconds: number) {
    super(`no answer within ${milliseconds} ms`);
    this.name = 'NoAnswer';
  }
}

/** Lets a call through, and rejects with {@link NoAnswer} where it takes longer than the limit. */
export type Gate = <Answer>(call: () => Promise<Answer>) => Promise<Answer>;

/**
 * A gate with so many places, taken in the order of asking. A call keeps its place until it answers,
 * however late, for nothing can stop it; that answer is dropped. The limit counts from the asking: a
 * call that found no place in that time is never made.
 */
export function createGate(places: number, limitMilliseconds: number): Gate {
  let free = places;
  const waiting = new Set<() => void>();

  function letIn(): void {
    const [next] = waiting;
    if (free === 0 || next === undefined) return;
    waiting.delete(next);
    free -= 1;
    next();
  }

  return (call) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(start);
        reject(new NoAnswer(limitMilliseconds));
      }, limitMilliseconds);

      async function start(): Promise<void> {
        try {
          resolve(await call());
        } catch (error) {
          reject(error);
        } finally {
          clearTimeout(timer);
          free += 1;
          letIn();
        }
      }

      waiting.add(start);
      letIn();
    });
}
