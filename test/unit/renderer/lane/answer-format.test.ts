import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerFormat, collapsedAnswer } from '../../../../renderer/lane/answer-format.ts';
import { isTame, markdownParts } from '../../../../renderer/lane/markdown-parts.ts';
import { plainChunks } from '../../../../renderer/ui/plain-chunks.tsx';

describe('answerFormat', () => {
  it('turns to plain text where markdown would hold up the window', () => {
    const words = (length: number) => 'x'.repeat(length);
    expect(answerFormat(words(12_000), true)).toBe('markdown');
    expect(answerFormat(words(12_001), true)).toBe('plain');
    expect(answerFormat(words(12_001), false)).toBe('markdown');
    expect(answerFormat(words(100_001), false)).toBe('plain');
    expect(answerFormat('*a '.repeat(10_000), false)).toBe('plain');
  });
});

describe('collapsedAnswer', () => {
  it('cuts at the end of a line, and one long line anywhere but inside a character', () => {
    expect(collapsedAnswer('short')).toBeNull();
    const lines = `${'word '.repeat(20)}\n`.repeat(300);
    expect(collapsedAnswer(lines)).toMatch(/word $/);
    expect(collapsedAnswer('x'.repeat(200_000))).toHaveLength(12_000);
    expect(collapsedAnswer(`${'x'.repeat(11_999)}${'😀'.repeat(10)}`)).toHaveLength(11_999);
  });
});

describe('plainChunks', () => {
  it('hold the whole text in short stretches', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 3_000 }), { maxLength: 8 }), (pieces) => {
        const text = pieces.join('\n');
        const chunks = plainChunks(text);
        expect(chunks.join('')).toBe(text);
        expect(Math.max(0, ...chunks.map(({ length }) => length))).toBeLessThanOrEqual(4_000);
      }),
    );
    expect(plainChunks('\n'.repeat(1_000))).toHaveLength(5);
    expect(plainChunks(`${'x'.repeat(3_999)}😀`).map(({ length }) => length)).toEqual([3_999, 2]);
    expect(plainChunks('\ud83d').join('')).toBe('\ud83d');
  });

  it('stay as they are when the text grows', () => {
    const text = `${'one two three '.repeat(400)}\n`.repeat(8);
    const before = plainChunks(text.slice(0, 30_000));
    expect(plainChunks(text).slice(0, before.length - 1)).toEqual(before.slice(0, -1));
  });
});

describe('markdownParts', () => {
  const paragraph = `${'Words that fill a line. '.repeat(30)}\n\n`;

  it('lose nothing and stay as they are when the text grows', () => {
    const text = paragraph.repeat(6);
    const parts = markdownParts(text);
    expect(parts.length).toBeGreaterThan(3);
    expect(parts.join('\n')).toBe(text);
    for (let end = 100; end < text.length; end += 97) {
      const before = markdownParts(text.slice(0, end));
      expect(parts.slice(0, before.length - 1)).toEqual(before.slice(0, -1));
    }
  });

  it('never cut code or a list', () => {
    const code = `\`\`\`powershell\n${paragraph.repeat(3)}\`\`\`\n`;
    expect(markdownParts(code)).toHaveLength(1);
    expect(markdownParts(`- ${paragraph}- ${paragraph}  more\n\n- ${paragraph}`)).toHaveLength(1);
    expect(markdownParts(`${code}\n${paragraph}`)).toHaveLength(2);
  });

  it('are cut after code that a longer fence holds', () => {
    const text = `~~~~\n~~~\n${paragraph}~~~~\n\n${paragraph}`;
    expect(markdownParts(text)).toHaveLength(2);
  });
});

describe('isTame', () => {
  it('takes what people and models write', () => {
    expect(isTame('1. one\n   - two\n     > three **four** [five](https://six.example)')).toBe(
      true,
    );
  });

  it('refuses what is made to be hard to read', () => {
    expect(isTame('>'.repeat(400))).toBe(false);
    expect(isTame('- '.repeat(400))).toBe(false);
    expect(isTame('['.repeat(5_000))).toBe(false);
    expect(isTame('x'.repeat(200_000))).toBe(false);
  });
});
