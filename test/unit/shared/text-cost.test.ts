import { describe, expect, it } from 'vitest';
import { MOST_AT_ONCE, markupCost } from '../../../shared/text-cost.ts';

describe('what it costs to read a text as markup', () => {
  it('is little for what people and models write', () => {
    const answer = `## Next steps\n\n1. Open **Services** and check \`Spooler\`.\n   - [Guide](https://aka.ms/x)\n     > quoted\n`;
    expect(markupCost(answer)).toBeLessThan(30);
    expect(markupCost(answer.repeat(20))).toBeLessThan(MOST_AT_ONCE);
  });

  it('counts lines, marks and containers, and counts nothing in code but its lines', () => {
    expect(markupCost('one\ntwo')).toBe(2);
    expect(markupCost('a *b* [c](https://d)')).toBe(1 + 5);
    expect(markupCost('- > a')).toBe(1 + 2 * 3);
    expect(markupCost('```ps\n[a] *b* - - -\n```\n')).toBe(4);
    expect(markupCost('~~~\n```\n[a]\n~~~\n[a]')).toBe(5 + 2);
  });

  it('takes no word for code that a parser would not', () => {
    const marks = '[a]'.repeat(50);
    for (const opening of ['<!--\n```\n-->', '    ```', '- ```', '``` a`b', '```\n   ```']) {
      expect(markupCost(`${opening}\n${marks}`)).toBeGreaterThan(100);
    }
  });

  it('is infinite for nesting that no reader follows', () => {
    const stairs = Array.from({ length: 40 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n');
    for (const text of ['- '.repeat(3_000), '>'.repeat(13), '1. '.repeat(13), stairs]) {
      expect(markupCost(`${text}x`)).toBe(Number.POSITIVE_INFINITY);
    }
    expect(markupCost(`${'> '.repeat(12)}x`)).toBeLessThan(100);
  });
});
