import type { Log } from '../../shared/log.ts';
import type { DeepLink, LinkRead } from './deep-link.ts';

/** Links that came from outside, of which the page takes the latest when it is ready to. */
export interface OpenedLinks {
  /** Takes what was read in; tells the page where it is a link. Answers whether it is one. */
  receive(read: LinkRead): boolean;
  /** The link that waits, once. */
  take(): DeepLink | null;
}

/**
 * Keeps the latest link until the page asks for it, so that one which comes before the page is ready
 * waits, and one that came while the page died is there for the next.
 */
export function createOpenedLinks(options: {
  readonly log: Pick<Log, 'info' | 'warn'>;
  readonly tell: () => void;
}): OpenedLinks {
  const { log, tell } = options;
  let waiting: DeepLink | null = null;
  return {
    receive(read) {
      if (read.state === 'refused') {
        // Its text may be anything, and of any length: it stays out of the log.
        log.warn(`a link from outside was refused: ${read.why}`);
      }
      if (read.state !== 'link') return false;
      log.info(`a link from outside to a ${read.link.kind}`);
      waiting = read.link;
      tell();
      return true;
    },
    take() {
      const link = waiting;
      waiting = null;
      return link;
    },
  };
}
