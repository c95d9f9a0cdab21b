import { describe, expect, it } from 'vitest';
import { withDayHeadings } from '../../../../renderer/sessions/session-days.ts';
import type { SessionListItem } from '../../../../shared/domain/session.ts';

const NOW = new Date(2026, 10, 22, 9, 30).getTime();

function sessionAt(...date: [number, number, number, number]): SessionListItem {
  return {
    id: 1,
    title: date.join('-'),
    domain: 'other',
    ticket_ref: null,
    state: 'active',
    updated_at: new Date(...date).getTime(),
    closed_at: null,
  };
}

describe('headings of the session list', () => {
  it('stand once before each stretch of days', () => {
    const rows = withDayHeadings(
      [
        sessionAt(2026, 10, 22, 9),
        sessionAt(2026, 10, 22, 0),
        sessionAt(2026, 10, 21, 23),
        sessionAt(2026, 10, 17, 8),
        sessionAt(2026, 10, 2, 8),
        sessionAt(2026, 9, 30, 8),
        sessionAt(2025, 11, 30, 8),
      ],
      NOW,
    );
    expect(rows.flatMap((row) => (row.type === 'heading' ? [row.label] : []))).toEqual([
      'Today',
      'Yesterday',
      'This week',
      'November',
      'October',
      'December 2025',
    ]);
    expect(rows.flatMap((row) => (row.type === 'session' ? [row.position] : []))).toEqual([
      1, 2, 3, 4, 5, 6, 7,
    ]);
  });

  it('are none where there is no session', () => {
    expect(withDayHeadings([], NOW)).toEqual([]);
  });
});
