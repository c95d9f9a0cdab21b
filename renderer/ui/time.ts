const CLOCK = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });
const DAY = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const DAY_OF_YEAR = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});
const FULL = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** `11:02`. */
export function clockTime(timestamp: number): string {
  return CLOCK.format(timestamp);
}

/** `18 Nov 2026, 11:02`, for tooltips and records. */
export function fullTime(timestamp: number): string {
  return FULL.format(timestamp);
}

/** As short as it stays clear: the clock today, the day this year, else the date. */
export function shortTime(timestamp: number, now: number = Date.now()): string {
  const then = new Date(timestamp);
  const today = new Date(now);
  if (then.toDateString() === today.toDateString()) return CLOCK.format(then);
  return (then.getFullYear() === today.getFullYear() ? DAY : DAY_OF_YEAR).format(then);
}

/** Midnight, by this machine's clock, of the day that lies `days` before a moment. */
export function dayStart(now: number, days = 0): number {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() - days).getTime();
}

/** `8 s`, `2 min 5 s`. */
export function spanWords(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1_000));
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
