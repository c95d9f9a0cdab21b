import { describe, expect, test } from 'vitest';
import { isFound } from '../../../../renderer/settings/settings-search.ts';

describe('searching settings', () => {
  const row = 'Monthly limit in US dollars cost price budget';
  test.each(['limit', 'LIM', 'budg cost', 'dollar', 'us', ' limit. '])('finds by %j', (query) => {
    expect(isFound(query, row)).toBe(true);
  });

  test.each(['', '  ', '…', 'theme', 'limit theme', 'st'])('does not find by %j', (query) => {
    expect(isFound(query, row)).toBe(false);
  });

  test('knows no accents', () => {
    expect(isFound('café', 'The cafe')).toBe(true);
  });
});
