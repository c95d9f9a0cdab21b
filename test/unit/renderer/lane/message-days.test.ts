import { describe, expect, it } from 'vitest';
import { dayLabel, groupByDay } from '../../../../renderer/lane/message-days.ts';
import type { Message } from '../../../../shared/domain/message.ts';

const NOW = new Date(2026, 10, 22, 12);

function message(id: number, at: Date): Message {
  return {
    id,
    session_id: 1,
    author: 'technician',
    body: 'x',
    state: 'complete',
    reply_to: null,
    failure: null,
    notices: [],
    usage: null,
    created_at: at.getTime(),
  };
}

describe('days of a conversation', () => {
  it('groups by calendar day, in order', () => {
    const days = groupByDay(
      [
        message(1, new Date(2026, 10, 21, 23, 59)),
        message(2, new Date(2026, 10, 22, 0, 1)),
        message(3, new Date(2026, 10, 22, 11)),
      ],
      NOW,
    );
    expect(days.map(({ label, messages }) => [label, messages.map(({ id }) => id)])).toEqual([
      ['Yesterday', [1]],
      ['Today', [2, 3]],
    ]);
  });

  it('names older days, the year only where it differs', () => {
    expect(dayLabel(new Date(2026, 10, 2), NOW)).toMatch(/^Monday,? 2 November$/);
    expect(dayLabel(new Date(2025, 10, 2), NOW)).toMatch(/^Sunday,? 2 November 2025$/);
  });
});
