import { describe, expect, it } from 'vitest';
import { addFactEdit, type NoteEdit, repairEdit } from '../../../../renderer/preview/note-edits.ts';

const apply = (text: string, { from, to, insert }: NoteEdit) =>
  text.slice(0, from) + insert + text.slice(to);

describe('adding a fact to a note', () => {
  it('puts it last in the section of confirmed things', () => {
    const note = '## Problem\nP.\n\n## What we confirmed\n- One.\n\n## Root cause\nC.\n';
    expect(apply(note, addFactEdit(note, 'resolve', 'Two\nlines.'))).toBe(
      '## Problem\nP.\n\n## What we confirmed\n- One.\n- Two lines.\n\n## Root cause\nC.\n',
    );
  });

  it('takes the place of "Nothing confirmed yet."', () => {
    const note =
      "## Problem\nP.\n\n## What we've confirmed\nNothing confirmed yet.\n\n## What we've tried\nx";
    expect(apply(note, addFactEdit(note, 'escalate', 'Ping answers.'))).toContain(
      "## What we've confirmed\n- Ping answers.\n\n## What we've tried",
    );
  });

  it('brings the heading along where it is gone', () => {
    expect(apply('Just text.\n', addFactEdit('Just text.\n', 'resolve', 'F.'))).toBe(
      'Just text.\n\n## What we confirmed\n- F.\n',
    );
    expect(apply('', addFactEdit('', 'resolve', 'F.'))).toBe('## What we confirmed\n- F.\n');
  });
});

describe('one-press repair', () => {
  const checked = 'We installed KB5034441 today.';
  const finding = {
    rule_id: 'G2',
    level: 'block' as const,
    can_override: true,
    message: 'm',
    line: 1,
    from: 13,
    to: 22,
    repair: { label: 'Remove the claim', from: 12, to: 22, replacement: '' },
  };

  it('replaces what the finding points at', () => {
    const edit = repairEdit(finding, checked, checked);
    expect(edit && apply(checked, edit)).toBe('We installed today.');
    expect(repairEdit(finding, checked, `${checked} More.`)).not.toBeNull();
  });

  it('leaves a text alone that has moved since', () => {
    expect(repairEdit(finding, checked, `Oh, ${checked}`)).toBeNull();
    expect(repairEdit({ ...finding, repair: null }, checked, checked)).toBeNull();
  });
});
