import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNotes, sameNote } from '../../../../renderer/preview/note-diff.ts';

/** The comparison of texts that are not too costly for it. */
function compared(before: string, after: string) {
  const rows = compareNotes(before, after);
  if (rows === null) throw new Error('Too costly.');
  return rows;
}

describe('comparing two notes', () => {
  it('weaves a reworded line and sets apart new and gone ones', () => {
    const rows = compared(
      '## Problem\nOutlook asked for a password.\nGone entirely.',
      '## Problem\nOutlook asked for a password twice.\n- New bullet here',
    );
    expect(rows.map(({ type }) => type)).toEqual(['same', 'changed', 'added', 'removed']);
    expect(rows[1]?.parts.find(({ change }) => change === 'added')?.text).toContain('twice');
  });

  it('knows when nothing differs', () => {
    expect(sameNote(compared('a\nb', 'a\nb'))).toBe(true);
    expect(sameNote(compared('a\nb', 'a\nc'))).toBe(false);
  });

  it('loses no line of either text', () => {
    const note = fc.array(fc.constantFrom('## A', '- one two', '- one three', '', 'x'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(note, note, (before, after) => {
        const rows = compared(before.join('\n'), after.join('\n'));
        const side = (without: 'added' | 'removed') =>
          rows
            .filter(({ type }) => type !== without)
            .map(({ parts }) =>
              parts
                .filter(({ change }) => change !== without)
                .map(({ text }) => text)
                .join(''),
            );
        expect([...side('removed')].sort()).toEqual([...after.join('\n').split('\n')].sort());
        expect([...side('added')].sort()).toEqual([...before.join('\n').split('\n')].sort());
      }),
    );
  });

  it('shows lines whole where finding the difference takes too long', () => {
    const lines = (word: string, count: number) =>
      Array.from({ length: count }, (_, index) => `${word}${index}`).join('\n');
    const types = (count: number) =>
      new Set(compared(lines('a', count), lines('b', count)).map(({ type }) => type));
    expect(types(700)).toEqual(new Set(['removed', 'added']));
    const words = (word: string) => lines(word, 400).replaceAll('\n', ' ');
    const rows = compared(`same ${words('a')}`, `same ${words('b')}`);
    expect(rows.map(({ type }) => type).sort()).toEqual(['added', 'removed']);
  });

  it('gives up on texts that cost too much to draw', () => {
    expect(compareNotes('a\n'.repeat(50_000), 'b')).toBeNull();
    expect(compareNotes('a', '- '.repeat(3_000))).toBeNull();
  });
});
