import { describe, expect, it } from 'vitest';
import { evidenceLabel, lineMarks, usageOf } from '../../../../renderer/preview/line-evidence.ts';
import type { Finding } from '../../../../shared/domain/note.ts';

function finding(line: number, level: 'block' | 'warn', from = 0): Finding {
  return {
    rule_id: 'G2',
    level,
    can_override: true,
    message: 'm',
    line,
    from,
    to: from + 1,
    repair: null,
  };
}

describe('marks beside the lines', () => {
  it('say what each line rests on', () => {
    const marks = lineMarks(
      [
        { line: 2, provenance: 'generated', evidence_ids: ['fact:1', 'fact:2', 'fact:1'] },
        { line: 4, provenance: 'fixed', evidence_ids: [] },
        { line: 6, provenance: 'technician', evidence_ids: [] },
        { line: 7, provenance: 'generated', evidence_ids: [] },
      ],
      [],
    );
    expect(marks.map(({ line, tone, label }) => [line, tone, label])).toEqual([
      [2, 'grounded', '2 facts'],
      [4, 'fixed', ''],
      [6, 'statement', 'your words'],
      [7, 'fixed', 'no fact'],
    ]);
  });

  it('let the worst finding of a line win, whatever the order', () => {
    const evidence = [{ line: 1, provenance: 'generated' as const, evidence_ids: ['fact:1'] }];
    const both = [finding(1, 'block'), finding(1, 'warn')];
    expect(lineMarks(evidence, both)[0]?.tone).toBe('block');
    expect(lineMarks(evidence, both.reverse())[0]?.tone).toBe('block');
    expect(lineMarks([], [finding(3, 'warn')])).toMatchObject([{ line: 3, tone: 'warn' }]);
  });

  it('leave a line as it is where only the hand-off lacks something', () => {
    const evidence = [{ line: 1, provenance: 'generated' as const, evidence_ids: ['fact:1'] }];
    const lacking = { ...finding(1, 'warn'), rule_id: 'H6' };
    expect(lineMarks(evidence, [lacking])[0]?.tone).toBe('grounded');
    expect(lineMarks(evidence, [{ ...lacking, level: 'block' }])[0]?.tone).toBe('block');
  });

  it('count what is not a fact by its own name', () => {
    expect(evidenceLabel(['fact:1', 'fix:3', 'script:2', 'script:4'])).toBe(
      '1 fact, 2 scripts, fix',
    );
    expect(evidenceLabel(['session'])).toBe('intake');
  });
});

describe('usage', () => {
  it('counts lines, not mentions', () => {
    expect(
      usageOf([
        { line: 1, provenance: 'generated', evidence_ids: ['fact:1', 'fact:1'] },
        { line: 2, provenance: 'generated', evidence_ids: ['fact:1', 'fact:2'] },
      ]),
    ).toEqual({ 'fact:1': 2, 'fact:2': 1 });
  });
});
