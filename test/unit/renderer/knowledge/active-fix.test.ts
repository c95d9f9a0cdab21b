import { describe, expect, it } from 'vitest';
import { splitFixes } from '../../../../renderer/knowledge/active-fix.ts';
import type { FixOutcome, SuggestedFix } from '../../../../shared/domain/suggested-fix.ts';
import { someFix } from './some-fix.ts';

const fix = (id: number, outcome: FixOutcome, superseded_at: number | null = null) =>
  someFix({ id, outcome, superseded_at });

const ids = (fixes: readonly SuggestedFix[]) => fixes.map(({ id }) => id);

describe('the active fix and the earlier ones', () => {
  it.each(['proposed', 'applied', 'worked', 'partly', 'pending'] as const)(
    '%s stays active',
    (outcome) => {
      const { active, earlier } = splitFixes([fix(1, 'worked', 5), fix(2, outcome)]);
      expect(active?.id).toBe(2);
      expect(ids(earlier)).toEqual([1]);
    },
  );

  it.each(['failed', 'dismissed'] as const)('%s is not active any more', (outcome) => {
    const { active, earlier } = splitFixes([fix(2, outcome), fix(1, 'worked', 5)]);
    expect(active).toBeUndefined();
    expect(ids(earlier)).toEqual([2, 1]);
  });

  it('is the newest, in whatever order they come', () => {
    const { active, earlier } = splitFixes([
      fix(2, 'partly'),
      fix(3, 'proposed'),
      fix(1, 'failed'),
    ]);
    expect(active?.id).toBe(3);
    expect(ids(earlier)).toEqual([2, 1]);
  });
});
