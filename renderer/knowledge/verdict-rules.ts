import { activeFix } from '../../shared/domain/active-fix.ts';
import type { FixOutcome, SuggestedFix } from '../../shared/domain/suggested-fix.ts';

/** The active fix where it was applied and nobody has said yet whether it worked. */
export function fixWithoutVerdict(fixes: readonly SuggestedFix[]): SuggestedFix | undefined {
  const active = activeFix(fixes);
  return active?.outcome === 'applied' ? active : undefined;
}

/** The active fix where a verdict is still to come: not given yet, or waiting on something. */
export function fixToJudge(fixes: readonly SuggestedFix[]): SuggestedFix | undefined {
  const active = activeFix(fixes);
  return active?.outcome === 'applied' || active?.outcome === 'pending' ? active : undefined;
}

/** When a fix was applied; older rows know only when its outcome was last set. */
export function appliedAt({ applied_at, outcome_at }: SuggestedFix): number | null {
  return applied_at ?? outcome_at;
}

/** Outcomes that say nothing without words: why it failed, or on what the verdict waits. */
export type WordyOutcome = 'failed' | 'pending';

/** Whether an outcome cannot be recorded without words. */
export function needsWords(outcome: FixOutcome): outcome is WordyOutcome {
  return outcome === 'failed' || outcome === 'pending';
}

/** Whether an outcome can be recorded as it stands, or the words for it must be asked first. */
export function canBeRecorded(outcome: FixOutcome, note: string | null): boolean {
  return !needsWords(outcome) || (note ?? '').trim() !== '';
}
