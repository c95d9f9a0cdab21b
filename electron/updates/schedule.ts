const FIRST_MILLISECONDS = 60_000;
const EVERY_MILLISECONDS = 4 * 3_600_000;
/** A hundred machines that start at eight do not all ask at once, then or four hours later. */
const JITTER = 0.15;

/** Runs `work` a while after the start and every few hours. Answers the function that calls it off. */
export function everyFewHours(work: () => void, random: () => number = Math.random): () => void {
  let timer = later(FIRST_MILLISECONDS);

  function later(milliseconds: number): NodeJS.Timeout {
    const spread = 1 + JITTER * (2 * random() - 1);
    const next = setTimeout(() => {
      timer = later(EVERY_MILLISECONDS);
      work();
    }, milliseconds * spread);
    next.unref();
    return next;
  }

  return () => clearTimeout(timer);
}
