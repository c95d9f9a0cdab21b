import { expect, test } from 'vitest';
import { clockWarning } from '../../../electron/shell/clock.ts';

test.each([1970, 1980, 2019, 2099, 9999])('a clock that says %i is told of', (year) => {
  expect(clockWarning(Date.UTC(year, 5, 1))).toContain(`it is ${year}`);
});

test.each([2026, 2030, 2045])('a clock that says %i may be right', (year) => {
  expect(clockWarning(Date.UTC(year, 5, 1))).toBeNull();
});
