import { describe, expect, it } from 'vitest';
import {
  earlierLeft,
  firstOf,
  historyOf,
  withEarlier,
  withNewest,
} from '../../../../renderer/lane/lane-history.ts';
import type { Message } from '../../../../shared/domain/message.ts';

const message = (id: number): Message => ({
  id,
  session_id: 1,
  author: 'technician',
  body: `${id}`,
  state: 'complete',
  reply_to: null,
  failure: null,
  notices: [],
  usage: null,
  created_at: id,
});

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => message(from + index));

const ids = ({ older, newest }: ReturnType<typeof historyOf>) =>
  [...older, ...newest].map(({ id }) => id);

describe('the history of a lane', () => {
  it('keeps what slips out of the newest', () => {
    const history = withNewest(historyOf(range(5, 8)), range(7, 10));
    expect(ids(history)).toEqual([5, 6, 7, 8, 9, 10]);
    expect(earlierLeft(history, 6)).toBe(4);
  });

  it('grows backwards, once a step', () => {
    let history = historyOf(range(5, 8));
    history = withEarlier(history, 5, range(3, 4));
    history = withEarlier(history, 5, range(3, 4));
    expect(ids(history)).toEqual([3, 4, 5, 6, 7, 8]);
    expect(firstOf(history)?.id).toBe(3);
    expect(earlierLeft(history, 4)).toBe(2);
  });

  it('loses what an edit took away', () => {
    const long = withEarlier(historyOf(range(5, 8)), 5, range(1, 4));
    const edited = withNewest(long, [message(2), message(3), message(9)]);
    expect(ids(edited)).toEqual([1, 2, 3, 9]);
  });

  it('begins anew where the newest do not join on', () => {
    const history = withNewest(historyOf(range(5, 8)), range(20, 22));
    expect(ids(history)).toEqual([20, 21, 22]);
    expect(ids(withNewest(history, []))).toEqual([]);
  });
});
