import { activeFix } from '../../shared/domain/active-fix.ts';
import type { SuggestedFix } from '../../shared/domain/suggested-fix.ts';

interface SplitFixes {
  readonly active: SuggestedFix | undefined;
  /** All others, newest first. */
  readonly earlier: readonly SuggestedFix[];
}

/** The active fix and the rest, as the column shows them. */
export function splitFixes(fixes: readonly SuggestedFix[]): SplitFixes {
  const active = activeFix(fixes);
  const newestFirst = fixes.toSorted((left, right) => right.id - left.id);
  return { active, earlier: newestFirst.filter((fix) => fix !== active) };
}
