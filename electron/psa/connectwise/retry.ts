/** Attempts at a request that may be repeated, the first included. */
export const MOST_ATTEMPTS = 3;

/** A person is waiting: ConnectWise's wish to wait longer than this is told instead of slept. */
const LONGEST_WAIT_MILLISECONDS = 10_000;

/** What ConnectWise's guide says to wait where a throttled answer names no time. */
const THROTTLE_MILLISECONDS = 30_000;

const FIRST_PAUSE_MILLISECONDS = 100;
const LONGEST_PAUSE_MILLISECONDS = 2_000;
const SPREAD_MILLISECONDS = 250;

/**
 * How long to wait before the next attempt (the first was 1), or null where waiting is not worth it.
 * Asked to wait, never shorter than that; else doubling, between half and the whole of the pause.
 */
export function pauseBefore(
  attempt: number,
  askedFor: number | null,
  random: () => number,
): number | null {
  if (attempt >= MOST_ATTEMPTS) return null;
  if (askedFor !== null) {
    return askedFor > LONGEST_WAIT_MILLISECONDS ? null : askedFor + random() * SPREAD_MILLISECONDS;
  }
  const pause = Math.min(FIRST_PAUSE_MILLISECONDS * 2 ** (attempt - 1), LONGEST_PAUSE_MILLISECONDS);
  return pause * (0.5 + random() / 2);
}

/** `Retry-After` in milliseconds from now: seconds or a date; null where it says neither. */
export function retryAfter(header: string | null, now: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,7}(?:\.\d+)?$/.test(text)) return Number.parseFloat(text) * 1_000;
  // Dates have letters in them; a bare or negative number is not one, though Date.parse takes it.
  const at = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

/** How long a throttled caller has to wait: by the header, else by the words, else by the guide. */
export function throttledFor(header: string | null, words: string, now: number): number {
  const [, seconds] = /\bin (\d{1,5}) seconds?\b/i.exec(words) ?? [];
  return (
    retryAfter(header, now) ??
    (seconds === undefined ? THROTTLE_MILLISECONDS : Number.parseInt(seconds, 10) * 1_000)
  );
}
