import type { Log } from '../../shared/log.ts';

/** What was wrong with the page: its process ended, it hung, or it never made a call. */
export type PageTrouble = 'gone' | 'unresponsive' | 'silent';

/** What the watch does about it; the window's part. */
export interface PageWatchActions {
  /** Loads the page again. */
  reload(): void;
  /** Shows the page that needs neither script nor bridge. */
  showRecovery(trouble: PageTrouble): void;
  /** Ends the page's process; that it is gone is told to {@link PageWatch.gone} soon after. */
  end(): void;
  /** Not even the recovery page could be shown. */
  giveUp(): void;
}

/** Told of everything that happens to the page's process. */
export interface PageWatch {
  /** The page was asked for. */
  loading(): void;
  /** The page made a call, so it runs and reaches this process. */
  spoke(): void;
  gone(): void;
  unresponsive(): void;
  responsive(): void;
  /** The window closes: whatever happens to the page now is meant. */
  close(): void;
}

/** A cold start on a slow disk with a virus scanner takes a few seconds; nobody waits longer than this. */
const READY_MILLISECONDS = 20_000;
/** On top of what Chromium waits before it says so; long work of the page may still come to its end. */
const PATIENCE_MILLISECONDS = 15_000;
/** A page that worked for so long was healthy: the next trouble is a new one. */
const HEALTHY_MILLISECONDS = 60_000;
/** An ended process is reported at once; where there was none to end, nothing is. */
const ENDING_MILLISECONDS = 3_000;

/**
 * Decides what becomes of a page in trouble: loaded again once, and after that a recovery page, so that
 * a page that dies at every start neither spins nor leaves an empty window.
 */
export function createPageWatch(
  actions: PageWatchActions,
  log: () => Pick<Log, 'error'> | undefined,
): PageWatch {
  let shown: 'starting' | 'working' | 'recovery' | 'closed' = 'starting';
  let reloaded = false;
  /** Why the page's process was ended from here, until that is reported. */
  let ending: PageTrouble | undefined;
  /** What the page has to do before it counts as in trouble. */
  let deadline: NodeJS.Timeout | undefined;
  let healthy: NodeJS.Timeout | undefined;

  function expect(milliseconds: number, orElse: () => void): void {
    clearTimeout(deadline);
    deadline = setTimeout(orElse, milliseconds);
    deadline.unref();
  }

  function loading(): void {
    if (shown === 'recovery' || shown === 'closed') return;
    shown = 'starting';
    expect(READY_MILLISECONDS, () => end('silent'));
  }

  function end(why: PageTrouble): void {
    ending = why;
    expect(ENDING_MILLISECONDS, () => trouble(why));
    actions.end();
  }

  function trouble(why: PageTrouble): void {
    clearTimeout(deadline);
    clearTimeout(healthy);
    ending = undefined;
    if (shown === 'closed') return;
    log()?.error(`the page is in trouble: ${why}`);
    if (shown === 'recovery') {
      shown = 'closed';
      actions.giveUp();
    } else if (reloaded) {
      shown = 'recovery';
      actions.showRecovery(why);
    } else {
      reloaded = true;
      actions.reload();
      loading();
    }
  }

  return {
    loading,
    spoke() {
      if (shown !== 'starting' || ending !== undefined) return;
      shown = 'working';
      clearTimeout(deadline);
      clearTimeout(healthy);
      healthy = setTimeout(() => {
        reloaded = false;
      }, HEALTHY_MILLISECONDS);
      healthy.unref();
    },
    gone: () => trouble(ending ?? 'gone'),
    unresponsive() {
      if (shown === 'working') expect(PATIENCE_MILLISECONDS, () => end('unresponsive'));
    },
    responsive() {
      if (shown === 'working' && ending === undefined) clearTimeout(deadline);
    },
    close() {
      shown = 'closed';
      clearTimeout(deadline);
      clearTimeout(healthy);
    },
  };
}
