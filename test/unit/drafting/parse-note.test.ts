import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { offsetInNote, parseNote } from '../../../electron/drafting/markdown/blocks.ts';
import { runs } from '../../exploring/runs.ts';
import { cpuMilliseconds } from '../../fixtures/cpu-time.ts';

type Node = ReturnType<typeof fromMarkdown>['children'][number];

/** Kind and visible text of each block, by one pass of the parser over the whole note. */
function wholePass(nodes: readonly Node[], inList = false): [string, string][] {
  return nodes.flatMap((node): [string, string][] => {
    switch (node.type) {
      case 'list':
        return node.children.flatMap((item) => wholePass(item.children, true));
      case 'blockquote':
        return wholePass(node.children, inList);
      case 'heading':
        return [['heading', textOf(node)]];
      case 'paragraph':
        return [[inList ? 'bullet' : 'paragraph', textOf(node)]];
      case 'code':
        return [['code', node.value]];
      default:
        return [['other', '']];
    }
  });
}

function textOf(node: Node): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return '\n';
  return 'children' in node ? node.children.map((child) => textOf(child)).join('') : '';
}

const LINES = [
  '## Problem',
  '## Resolution',
  '# Other',
  '### Deep ###',
  '- plain bullet',
  '- with *emphasis* and `code`',
  '- C:\\Users\\x_y',
  '* star bullet',
  '+ plus',
  '1. first',
  '2. second',
  'A plain sentence.',
  'A **bold** one',
  '  indented',
  '> quote',
  '> - quoted bullet',
  '---',
  '***',
  '===',
  '```',
  '~~~',
  'snake_case_name stays',
  'R&D &amp; more',
  '\\# escaped',
  '- ',
  '-',
  '#',
  '',
  '',
  '',
  '  continued',
  'a | b',
  'ends with \\',
  'trailing  ',
  '- [ ] task',
  '#hash',
  '1986. A year',
  '- - nested',
  '-- two',
  '5 < 6',
  'é ü 😀',
  '- a\tb',
  'x  ',
];
const note = fc
  .array(
    fc.oneof(
      fc.constantFrom(...LINES),
      fc.string({ maxLength: 12 }).filter((line) => !/[<[\r]/.test(line)),
    ),
    { maxLength: 14 },
  )
  .map((lines) => lines.join('\n'));

function expectSameAsWholePass(markdown: string): void {
  const seen = parseNote(markdown).blocks.map((block) => [block.kind, block.text.trimEnd()]);
  expect(seen).toEqual(
    wholePass(fromMarkdown(markdown).children).map(([kind, text]) => [kind, text.trimEnd()]),
  );
}

describe('parseNote', () => {
  it('sees the blocks and texts that one pass of the parser sees', () => {
    fc.assert(fc.property(note, expectSameAsWholePass), { numRuns: runs(3000) });
  });

  it.each([
    '-\n  continued\n\n  continued',
    '1.\n   continued\n\n   continued',
    '-\n\n  not in the list',
    '1. first\n\n  continued\n1986. A year',
  ])('sees the same in %j, which was found by exploring', expectSameAsWholePass);

  it('finds each visible letter where it stands in the note', () => {
    fc.assert(
      fc.property(note, (markdown) => {
        for (const block of parseNote(markdown).blocks) {
          for (const [index, letter] of [...block.text].entries()) {
            if (!/[A-Za-z]/.test(letter) || block.text.length !== [...block.text].length) continue;
            const found = markdown[offsetInNote(block, index)];
            if (found !== '&') expect(found).toBe(letter);
          }
        }
      }),
      { numRuns: runs(1000) },
    );
  });

  it.each([
    '*a_ ',
    '[',
    '![',
    '[a](',
    '> ',
    '- ',
    '`a``',
    '<a ',
    'a*',
    '**a*',
    '\n- a_b*',
    '[a]: b\n',
    '# \n',
    '&',
    '\\',
  ])('stays quick and whole on 100,000 characters of %j', async (part) => {
    const markdown = part.repeat(Math.ceil(100_000 / part.length));
    expect(await cpuMilliseconds(() => parseNote(markdown))).toBeLessThan(1_000);
  });
});
