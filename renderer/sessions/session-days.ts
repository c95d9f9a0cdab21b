import type { SessionListItem } from '../../shared/domain/session.ts';
import { dayStart } from '../ui/time.ts';

/** A line of the session list: the heading of a stretch of days, or a session. */
export type ListRow =
  | { readonly type: 'heading'; readonly label: string }
  | { readonly type: 'session'; readonly session: SessionListItem; readonly position: number };

const MONTH = new Intl.DateTimeFormat(undefined, { month: 'long' });
const MONTH_OF_YEAR = new Intl.DateTimeFormat(undefined, { month: 'long', year: 'numeric' });

/** Puts headings between sessions that come newest first: Today, Yesterday, This week, then months; first what is dated ahead. */
export function withDayHeadings(
  sessions: readonly SessionListItem[],
  now: number,
): readonly ListRow[] {
  const rows: ListRow[] = [];
  // One stretch after the other: a label is made once for each, however many sessions it holds.
  let stretch = { label: '', from: Number.POSITIVE_INFINITY };
  sessions.forEach((session, index) => {
    if (session.updated_at < stretch.from) {
      stretch = stretchOf(session.updated_at, now);
      rows.push({ type: 'heading', label: stretch.label });
    }
    rows.push({ type: 'session', session, position: index + 1 });
  });
  return rows;
}

/** The stretch of days that a moment falls into, seen from `now`. A week reaches back six days. */
function stretchOf(timestamp: number, now: number): { label: string; from: number } {
  const days = [
    // By a clock that was wrong then, or is wrong now.
    { label: 'Dated ahead', from: dayStart(now, -1) },
    { label: 'Today', from: dayStart(now) },
    { label: 'Yesterday', from: dayStart(now, 1) },
    { label: 'This week', from: dayStart(now, 6) },
  ];
  const near = days.find(({ from }) => timestamp >= from);
  if (near !== undefined) return near;
  const then = new Date(timestamp);
  const sameYear = then.getFullYear() === new Date(now).getFullYear();
  return {
    label: (sameYear ? MONTH : MONTH_OF_YEAR).format(then),
    from: new Date(then.getFullYear(), then.getMonth(), 1).getTime(),
  };
}
