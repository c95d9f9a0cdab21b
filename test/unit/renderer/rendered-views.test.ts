import { isValidElement, type ReactNode } from 'react';
import Markdown from 'react-markdown';
import { describe, expect, it } from 'vitest';
import { answerFormat } from '../../../renderer/lane/answer-format.ts';
import { isTame, markdownParts } from '../../../renderer/lane/markdown-parts.ts';
import { readPlainText } from '../../../renderer/lane/plain-text.ts';
import { compareNotes } from '../../../renderer/preview/note-diff.ts';
import { noteBlocks } from '../../../renderer/preview/rendered-note.tsx';

/*
 * Every view that turns a text into parts, on texts made to be costly. What a view draws must grow with
 * the text and no faster, and stay within what a window draws without a pause.
 */
const LENGTH = 100_000;

const REPEATED = [
  '- ',
  '> ',
  '1. ',
  '>',
  '[',
  ']',
  '[]',
  '![',
  '[a](',
  '[a](b) ',
  '*a ',
  '*a_ ',
  '**x',
  '_a',
  '`',
  '`a` ',
  '<',
  '<a ',
  '<a b="',
  '<!--',
  '<http://a',
  '[a]: b\n',
  'a\n=\n',
  '---\n',
  'a\n\n',
  '- a\n',
  '- a\n\n',
  '* a\n+ b\n',
  '> > > a\n',
  '```\n',
  '~~~\n\n',
  '```\na\n```\n',
  '    a\n\n',
  '\t- ',
  '&amp;',
  '\\*',
  'https://a ',
  '## a\n',
  '# ',
  '|a|b|\n',
  'a  \n',
  ' ',
  '\n',
  '\u202e',
  '😀',
  'x',
  'a b\n',
  '- `a` [b](c) *d*\n',
];
const STAIRS = Array.from({ length: 440 }, (_, depth) => `${' '.repeat(depth)}- a`).join('\n');
const TICKS = Array.from({ length: 440 }, (_, length) => '`'.repeat(length + 1)).join(' ');

const repeat = (piece: string, length: number) =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** Hostile texts by name, each of about this length. */
function hostileTexts(length: number): readonly (readonly [string, string])[] {
  const tails = REPEATED.map((piece) => [`${piece} × n + x`, `${repeat(piece, length)}x`] as const);
  return [
    ...tails,
    ['a bullet of 3,000', `${'- '.repeat(3_000)}x`.padEnd(length, 'y')],
    ['stairs', STAIRS.slice(0, length)],
    ['ticks of all lengths', TICKS.slice(0, length)],
    ['marks after code in HTML', `<!--\n\`\`\`\n-->\n${repeat('[a](b) ', length)}`],
  ];
}

/** Parts that the view of an answer draws. */
function answerNodes(text: string): number {
  if (answerFormat(text, false) === 'plain') return 1;
  return markdownParts(text).reduce((sum, part) => sum + (isTame(part) ? nodesOf(part) : 1), 0);
}

function nodesOf(markdown: string): number {
  let nodes = 0;
  const left: ReactNode[] = [Markdown({ children: markdown })];
  while (left.length > 0) {
    const node = left.pop();
    if (Array.isArray(node)) left.push(...node);
    else nodes += 1;
    if (isValidElement<{ readonly children?: ReactNode }>(node)) left.push(node.props.children);
  }
  return nodes;
}

const VIEWS: Readonly<Record<string, (text: string) => number>> = {
  'an answer': answerNodes,
  'a message': (text) =>
    readPlainText(text)?.reduce(
      (sum, block) => sum + (block.type === 'code' ? 1 : block.inlines.length),
      0,
    ) ?? 1,
  'a note': (text) =>
    noteBlocks(text)?.reduce(
      (sum, block) => sum + (block.type === 'list' ? block.items.length : 1),
      0,
    ) ?? 1,
  'a comparison': (text) =>
    compareNotes(text, `${text.slice(LENGTH / 4)}\nmore`)?.reduce(
      (sum, { parts }) => sum + parts.length,
      0,
    ) ?? 1,
};

/** Two parts for each line or mark that a view may draw at all. */
const MOST_PARTS = 20_000;

describe.each(Object.entries(VIEWS))('%s', (_name, partsOf) => {
  it.each(hostileTexts(LENGTH))('of %j draws no more than a window can', (_text, text) => {
    expect(partsOf(text)).toBeLessThanOrEqual(MOST_PARTS);
  });

  it('draws a text of twice the length with twice the parts at most, and some', () => {
    const half = hostileTexts(LENGTH / 20);
    const whole = hostileTexts(LENGTH / 10);
    half.forEach(([name, text], index) => {
      const parts = partsOf(whole[index]?.[1] ?? '');
      expect(parts, name).toBeLessThanOrEqual(2.2 * partsOf(text) + MOST_OF_NONE);
    });
  });
});

/** A text that is plain at half its length may be parts at none; the constant allows for short ends. */
const MOST_OF_NONE = 20;

describe('a note', () => {
  it('is drawn with every character that is posted', () => {
    const note =
      '## Problem\nThe share \\\\fs01\\docs failed *twice*.\n\n## What we confirmed\n- [x] `a` <b>\n- two\nafter\n';
    expect(noteBlocks(note)).toEqual([
      { type: 'heading', text: 'Problem' },
      { type: 'text', text: 'The share \\\\fs01\\docs failed *twice*.' },
      { type: 'heading', text: 'What we confirmed' },
      { type: 'list', items: ['[x] `a` <b>', 'two'] },
      { type: 'text', text: 'after' },
    ]);
  });
});
