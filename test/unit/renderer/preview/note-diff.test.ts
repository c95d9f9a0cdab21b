import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNotes, sameNote } from '../../../../renderer/preview/note-diff.ts';

describe('comparing two notes', () => {
  it('weaves a reworded line and sets apart new and gone ones', () => {
    const rows = compareNotes(
      '## Problem\nOutlook asked for a password.\nGone entirely.',
      '## Problem\nOutlook asked for a password twice.\n- New bullet here',
    );
    expect(rows.map(({ type }) => type)).toEqual(['same', 'changed', 'added', 'removed']);
    expect(rows[1]?.parts.find(({ change }) => change === 'added')?.text).toContain('twice');
  });

  it('knows when nothing differs', () => {
    expect(sameNote(compareNotes('a\nb', 'a\nb'))).toBe(true);
    expect(sameNote(compareNotes('a\nb', 'a\nc'))).toBe(false);
  });

  it('loses no line of either text', () => {
    const note = fc.array(fc.constantFrom('## A', '- one two', '- one three', '', 'x'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(note, note, (before, after) => {
        const rows = compareNotes(before.join('\n'), after.join('\n'));
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
});
