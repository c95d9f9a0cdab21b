import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { escapeText, foldText } from '../../../electron/drafting/markdown/escape.ts';
import { runs } from '../../exploring/runs.ts';

type Node = ReturnType<typeof fromMarkdown>['children'][number];

/** The text that the parser shows of a note with one bullet or paragraph; an error where it sees any other structure. */
function visible(markdown: string, kind: 'bullet' | 'paragraph'): string {
  const nodes: readonly Node[] = fromMarkdown(markdown).children;
  const [heading, first, ...more] = nodes;
  expect(heading?.type).toBe('heading');
  expect(more).toEqual([]);
  let block: Node | undefined = first;
  if (kind === 'bullet') {
    if (first?.type !== 'list' || first.children.length !== 1) throw new Error('not one bullet');
    expect(first.ordered).toBe(false);
    expect(first.children[0]?.children).toHaveLength(
      first.children[0]?.children.length === 0 ? 0 : 1,
    );
    block = first.children[0]?.children[0];
  }
  if (block === undefined) return '';
  if (block.type !== 'paragraph') throw new Error(`not a paragraph but ${block.type}`);
  return block.children
    .map((child) => {
      if (child.type !== 'text') throw new Error(`not text but ${child.type}`);
      return child.value;
    })
    .join('');
}

const HOSTILE = [
  '# heading',
  '- item',
  '* item',
  '+ x',
  '1. one',
  '12) twelve',
  '> quote',
  '---',
  '***',
  '___',
  '===',
  '=',
  '```',
  '~~~',
  '`code`',
  '*a*',
  '**a**',
  '_a_',
  '__a__',
  '~~a~~',
  '[x](javascript:alert(1))',
  '![i](http://x/y.png)',
  '<b>',
  '</b>',
  '<!-- x -->',
  '<https://a.b>',
  '&amp;',
  '&#35;',
  '&lt;b&gt;',
  '[a]: http://b',
  '[a][b]',
  '[ ] task',
  '[x] task',
  '\\',
  '\\\\server\\share',
  'C:\\Users\\x_y\\_z',
  '\\*',
  '\n\n',
  '\n- ',
  '\n# ',
  '\t',
  '    ',
  '|a|b|',
  '|---|---|',
  'a*b',
  '5*3=15',
  'x_y',
  '"',
  "'",
  '“',
  '\u00a0',
  '\u2028',
  '\u200b',
  '\ud800',
  '😀',
  'é',
  ' ',
  'word',
  '.',
  '!',
  '(',
  ')',
  ':',
];
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ maxLength: 3 })), { maxLength: 8 })
    .map((parts) => parts.join('')),
  fc
    .array(fc.constantFrom(...'\\`*_[]<>&~#+=-!()1.: a\n'), { maxLength: 14 })
    .map((parts) => parts.join('')),
);

describe('escapeText', () => {
  it.each(['bullet', 'paragraph'] as const)('shows any text exactly, in a %s', (kind) => {
    fc.assert(
      fc.property(text, (raw) => {
        fc.pre(foldText(raw) !== '');
        const markdown = `## Problem\n${kind === 'bullet' ? '- ' : ''}${escapeText(raw)}\n`;
        expect(visible(markdown, kind)).toBe(foldText(raw));
      }),
      { numRuns: runs(3000) },
    );
  });

  it.each([
    ['C:\\Users\\x_y\\Documents', 'C:\\Users\\x_y\\Documents'],
    ['The file report_2024_final.xlsx opens.', 'The file report_2024_final.xlsx opens.'],
    ['5 * 3 = 15, and a*b too', '5 * 3 = 15, and a*b too'],
    ['-1 is shown', '-1 is shown'],
    ['Use [brackets] (freely) & > signs', 'Use [brackets] (freely) & > signs'],
    ['Error #4 in C#', 'Error #4 in C#'],
    ['Wait 10. Then go', 'Wait 10. Then go'],
  ])('leaves alone what markdown would not read: %s', (raw, escaped) => {
    expect(escapeText(raw)).toBe(escaped);
  });

  it.each([
    ['# Not a heading', '\\# Not a heading'],
    ['1. Not a list', '1\\. Not a list'],
    ['[x](javascript:alert(1))', '[x\\](javascript:alert(1))'],
    ['<b>bold</b>', '\\<b>bold\\</b>'],
    ['\\\\server\\share', '\\\\\\server\\share'],
    ['first\nsecond', 'first second'],
  ])('escapes what it would: %s', (raw, escaped) => {
    expect(escapeText(raw)).toBe(escaped);
  });
});
