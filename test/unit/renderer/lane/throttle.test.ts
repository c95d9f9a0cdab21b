import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createThrottle } from '../../../../renderer/lane/throttle.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('passes the first value on at once and of the others the last, when its time has come', () => {
  const passed: number[] = [];
  const throttle = createThrottle<number>(100, (value) => passed.push(value));
  for (const value of [1, 2, 3]) throttle.put(value);
  expect(passed).toEqual([1]);
  vi.advanceTimersByTime(99);
  expect(passed).toEqual([1]);
  vi.advanceTimersByTime(1);
  expect(passed).toEqual([1, 3]);
});

it('passes on no more than one value in each stretch of time, and never forgets the last', () => {
  const passed: number[] = [];
  const throttle = createThrottle<number>(170, (value) => passed.push(value));
  for (let value = 0; value < 100; value += 1) {
    throttle.put(value);
    vi.advanceTimersByTime(20);
  }
  vi.advanceTimersByTime(170);
  expect(passed.length).toBeLessThanOrEqual(Math.ceil(2_170 / 170) + 1);
  expect(passed.at(-1)).toBe(99);
});

it('passes nothing on once it is stopped', () => {
  const passed: number[] = [];
  const throttle = createThrottle<number>(100, (value) => passed.push(value));
  throttle.put(1);
  throttle.put(2);
  throttle.stop();
  vi.advanceTimersByTime(1_000);
  expect(passed).toEqual([1]);
});
