import { describe, expect, it } from 'vitest';
import { isAtEnd, stillFollows } from '../../../../renderer/lane/stick-to-bottom.ts';

const place = (scrollTop: number, clientHeight = 100) => ({
  scrollTop,
  clientHeight,
  scrollHeight: 1_000,
});

describe('following the end of a conversation', () => {
  it('counts a little above the end as the end', () => {
    expect(isAtEnd(place(900))).toBe(true);
    expect(isAtEnd(place(865))).toBe(true);
    expect(isAtEnd(place(800))).toBe(false);
  });

  it('ends when the reader scrolls up, and begins again at the end', () => {
    expect(stillFollows(true, place(700), 900)).toBe(false);
    expect(stillFollows(false, place(800), 700)).toBe(false);
    expect(stillFollows(false, place(895), 800)).toBe(true);
  });

  it('goes on when the view shrank before the event of its own scrolling came', () => {
    expect(stillFollows(true, place(500, 60), 500)).toBe(true);
  });
});
