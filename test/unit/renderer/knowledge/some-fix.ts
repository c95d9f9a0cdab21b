import type { SuggestedFix } from '../../../../shared/domain/suggested-fix.ts';

/** A suggested fix as the store would answer it, but for what a test says of it. */
export function someFix(fix: Partial<SuggestedFix> & { readonly id: number }): SuggestedFix {
  return {
    session_id: 1,
    title: `Fix ${fix.id}`,
    description: '',
    confidence: 70,
    outcome: 'proposed',
    outcome_note: null,
    outcome_at: null,
    done: null,
    customer_done: null,
    customer_note: null,
    left_in_place: false,
    applied_at: null,
    superseded_at: null,
    from_session_id: null,
    created_at: fix.id,
    ...fix,
  };
}
