import type { CallInput } from '../../shared/contract/index.ts';
import { activeFix } from '../../shared/domain/active-fix.ts';
import type { Fact } from '../../shared/domain/fact.ts';
import type { SimilarWork } from '../../shared/domain/similar-work.ts';
import type { SessionSnapshot } from '../../shared/domain/snapshot.ts';
import type { SuggestedFix } from '../../shared/domain/suggested-fix.ts';
import { HYPOTHESIS_CONFIDENCE } from '../../shared/notes/sections.ts';
import { FIX_OUTCOME_WORDS } from '../ui/words.ts';

/*
 * What is used here from an earlier session is a suggestion: another customer's fact need not be true
 * of this one, and a fix that worked there has not been tried here.
 */

type Source = SimilarWork['session'];
type Knowledge = Pick<SessionSnapshot, 'facts' | 'fixes'>;

/** Below what makes a fix the working theory, whatever its result elsewhere. */
const SUREST = HYPOTHESIS_CONFIDENCE - 10;

/** The fact as it is proposed here. Nobody has seen or measured it here, so its source is the technician. */
export function factToBring(
  sessionId: number,
  source: Source,
  fact: Fact,
): CallInput<'facts.add'> & { readonly source_summary: string } {
  return {
    session_id: sessionId,
    text: fact.text,
    source_type: 'technician',
    source_summary: sourceSummary(source),
    role: fact.role,
    customer_wording: fact.customer_wording,
    short_wording: fact.short_wording,
    status: 'proposed',
    from_session_id: source.id,
  };
}

/** The fix as it is suggested here. */
export function fixToBring(sessionId: number, fix: SuggestedFix): CallInput<'fixes.suggest'> {
  return {
    session_id: sessionId,
    title: fix.title,
    description: fix.description,
    confidence: Math.min(fix.confidence, SUREST),
    from_session_id: fix.session_id,
  };
}

const SUMMARY = 'From session “';

function sourceSummary({ title, closed_at, updated_at }: Source): string {
  return `${SUMMARY}${title}”, ${longDay(closed_at ?? updated_at)}`;
}

/** Whether a source is nothing but the name of the session that a fact was brought over from. */
export function namesSession(summary: string | null): boolean {
  return summary?.startsWith(SUMMARY) ?? false;
}

/** `3 May 2026`, in English like the words around it. */
export function longDay(at: number): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(at);
}

/** Whether this fact is here already, as it was brought over. One that was removed may come again. */
export function isFactHere({ facts }: Knowledge, fact: Fact): boolean {
  return facts.some(
    ({ from_session_id, text }) => from_session_id === fact.session_id && text === fact.text,
  );
}

/** Whether this fix was brought over, whatever became of it here. */
export function isFixHere({ fixes }: Knowledge, fix: SuggestedFix): boolean {
  return fixes.some(
    ({ from_session_id, title }) => from_session_id === fix.session_id && title === fix.title,
  );
}

/**
 * The fix that bringing another one over would take away from under the technician: any active one,
 * but for one that was only brought over itself.
 */
export function fixAtStake({ fixes }: Knowledge): SuggestedFix | undefined {
  const active = activeFix(fixes);
  const onlyBrought = active?.from_session_id != null && active.outcome === 'proposed';
  return onlyBrought ? undefined : active;
}

/** `Worked: Restart the spooler`; the result that the fix of an earlier session had, in a line. */
export function fixLine(fix: SuggestedFix | null): string {
  if (fix === null) return 'Closed without a fix';
  // Nobody is asked about the fix of a closed session.
  const word = fix.outcome === 'applied' ? 'Applied' : FIX_OUTCOME_WORDS[fix.outcome];
  return `${word}: ${fix.title}`;
}
