/** How long the page may take to save what it holds. */
const ANSWER_MILLISECONDS = 10_000;

export interface PageSaving {
  /** Asks the page to save what it holds: true when all of it is kept. */
  ask(): Promise<boolean>;
  /** The page's answer. */
  answered(request: number, all: boolean): void;
}

/**
 * Questions to the page and its answers. Without a page there is nothing to save; one that does not
 * answer in time may hold something that is not saved.
 */
export function createPageSaving(tellPage: (request: number) => boolean): PageSaving {
  let last = 0;
  let waiting: { readonly request: number; readonly settle: (all: boolean) => void } | undefined;

  return {
    ask() {
      waiting?.settle(false);
      last += 1;
      const request = last;
      return new Promise((resolve) => {
        const timer = setTimeout(() => settle(false), ANSWER_MILLISECONDS);
        function settle(all: boolean) {
          clearTimeout(timer);
          waiting = undefined;
          resolve(all);
        }
        waiting = { request, settle };
        if (!tellPage(request)) settle(true);
      });
    },
    answered(request, all) {
      if (waiting?.request === request) waiting.settle(all);
    },
  };
}
