import { describe, expect, test } from 'vitest';
import {
  boundsWords,
  firstValues,
  shownProblems,
} from '../../../../renderer/scripts/filling/first-values.ts';
import { someParameter } from './some-template.ts';

describe('what the fields start with', () => {
  test('is what was proposed, else the default', () => {
    const parameters = [
      someParameter({ name: 'A', default_value: 'a' }),
      someParameter({ name: 'B', default_value: 'b' }),
    ];
    expect(firstValues(parameters, { B: 'proposed', C: 'unknown' })).toEqual({
      A: 'a',
      B: 'proposed',
    });
  });

  test('is never a proposed password', () => {
    const parameters = [someParameter({ name: 'P', type: 'password', default_value: 'x' })];
    expect(firstValues(parameters, { P: 'guess' })).toEqual({ P: '' });
  });

  test('is a choice that there is, and on or off for a switch', () => {
    const parameters = [
      someParameter({ name: 'C', type: 'choice', choices: ['one', 'two'], default_value: 'two' }),
      someParameter({ name: 'S', type: 'switch', default_value: 'true' }),
    ];
    expect(firstValues(parameters, { C: 'three', S: 'yes' })).toEqual({ C: 'two', S: 'false' });
    expect(firstValues(parameters, { C: 'one' })).toEqual({ C: 'one', S: 'true' });
  });

  test('is not what every object has', () => {
    const parameters = [someParameter({ name: 'constructor' })];
    expect(firstValues(parameters, {})).toEqual({ constructor: '' });
  });
});

test('problems show at fields that were touched, one at each', () => {
  const problems = [
    { parameter: 'A', message: 'first' },
    { parameter: 'A', message: 'second' },
    { parameter: 'B', message: 'not yet' },
  ];
  expect([...shownProblems(problems, new Set(['A']))]).toEqual([['A', 'first']]);
});

test('bounds are told in a few signs', () => {
  expect(boundsWords({ minimum: 1, maximum: 9 })).toBe('1 to 9');
  expect(boundsWords({ minimum: 0, maximum: null })).toBe('from 0');
  expect(boundsWords({ minimum: null, maximum: 9 })).toBe('up to 9');
  expect(boundsWords({ minimum: null, maximum: null })).toBeUndefined();
});
