import { describe, expect, it } from 'vitest';
import { beginningOf, sizeWords } from '../../../../renderer/knowledge/output-words.ts';

describe('the size of an output', () => {
  it.each([
    [1, '1 byte'],
    [640, '640 bytes'],
    [12_400, '12 kB'],
    [999_600, '1.0 MB'],
    [1_440_000, '1.4 MB'],
  ])('%d bytes', (bytes, words) => {
    expect(sizeWords(bytes)).toBe(words);
  });
});

describe('the beginning of an output', () => {
  it('is not cut where all fits', () => {
    expect(beginningOf('x'.repeat(60_000))).toBeNull();
  });

  it('ends with a line where there is one near', () => {
    const line = `${'x'.repeat(99)}\n`;
    const beginning = beginningOf(line.repeat(1_000)) ?? '';
    expect(beginning.length).toBeLessThanOrEqual(60_000);
    expect(beginning.endsWith('x')).toBe(true);
    expect(beginning.length % 100).toBe(99);
  });

  it('ends anywhere in one very long line', () => {
    expect(beginningOf('x'.repeat(200_000))).toHaveLength(60_000);
  });
});
