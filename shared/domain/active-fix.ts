import type { SuggestedFix } from './suggested-fix.ts';

/** The newest fix that is not superseded, failed or dismissed; `undefined` when there is none. */
export function activeFix(fixes: readonly SuggestedFix[]): SuggestedFix | undefined {
  return fixes
    .toSorted((left, right) => right.id - left.id)
    .find(
      (fix) =>
        fix.superseded_at === null && fix.outcome !== 'failed' && fix.outcome !== 'dismissed',
    );
}
