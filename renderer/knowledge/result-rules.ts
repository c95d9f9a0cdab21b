import { activeFix } from '../../shared/domain/active-fix.ts';
import type { FixOutcome, SuggestedFix } from '../../shared/domain/suggested-fix.ts';

/** The active fix where it was applied and has no result yet. */
export function fixWithoutResult(fixes: readonly SuggestedFix[]): SuggestedFix | undefined {
  const active = activeFix(fixes);
  return active?.outcome === 'applied' ? active : undefined;
}

/** The active fix whose result is still to come: not recorded yet, or waiting for something. */
export function fixToJudge(fixes: readonly SuggestedFix[]): SuggestedFix | undefined {
  const active = activeFix(fixes);
  return active?.outcome === 'applied' || active?.outcome === 'pending' ? active : undefined;
}

/** When a fix was applied; older rows know only when its outcome was last set. */
export function appliedAt({ applied_at, outcome_at }: SuggestedFix): number | null {
  return applied_at ?? outcome_at;
}

/** Results that say nothing without words: why it failed, or what it waits for. */
export type WordyOutcome = 'failed' | 'pending';

/** Whether a result cannot be recorded without words. */
export function needsWords(outcome: FixOutcome): outcome is WordyOutcome {
  return outcome === 'failed' || outcome === 'pending';
}

/** Whether a result can be recorded with this note, or the words for it must be asked first. */
export function canBeRecorded(outcome: FixOutcome, note: string | null): boolean {
  return !needsWords(outcome) || (note ?? '').trim() !== '';
}
