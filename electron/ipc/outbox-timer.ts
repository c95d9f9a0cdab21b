import type { Log } from '../../shared/log.ts';
import type { PostingService } from '../psa/index.ts';

/** Long enough after the start that the window is usable first. */
const START_MILLISECONDS = 3_000;
/** How often a queue that is not empty is looked after; a network comes back without telling anybody. */
const EVERY_MILLISECONDS = 30_000;

/**
 * Takes up what was written down and not finished: once after the start, then as long as something
 * waits. Answers the function that calls it off.
 */
export function scheduleOutbox(
  posting: Pick<PostingService, 'resume' | 'outbox'>,
  log: Log,
): () => void {
  let running = false;

  async function run(work: () => Promise<void>) {
    if (running) return;
    running = true;
    try {
      await work();
    } catch (error) {
      log.error('the outbox could not be looked after', error);
    } finally {
      running = false;
    }
  }

  const first = setTimeout(() => void run(() => posting.resume()), START_MILLISECONDS);
  const timer = setInterval(() => {
    void run(async () => {
      if (posting.outbox().length > 0) await posting.resume();
    });
  }, EVERY_MILLISECONDS);
  first.unref();
  timer.unref();
  return () => {
    clearTimeout(first);
    clearInterval(timer);
  };
}
