import type { BundleFact, InputBundle } from '../bundle.ts';
import { spansOf, type TextSpan } from './spans.ts';

const PERSON = '(?:end[- ]?)?(?:user|customer|client|caller|contact|requester)s?';

/** "Verified with the user", "the customer confirmed": that a person said so. */
const USER_VERIFIED = new RegExp(
  `\\b(?:verified|confirmed|checked|tested|validated)\\s+(?:(?:this|it|that|everything|success|the \\w+)\\s+)?(?:together\\s+)?(?:with|by)\\s+(?:the |our |your |an? )?${PERSON}\\b|\\b${PERSON}\\s+(?:has |have |had |also |then |since |later )*(?:confirmed|confirms|confirm|verified|verifies|validated|signed off)\\b`,
  'gi',
);

const DONE =
  /\b(?:resolved|solved|(?:was|were|been|is|are|now|issue|problem|error) fixed|fixed (?:the|this|it)\b|(?:issue|problem|ticket) (?:is|was) (?:closed|gone)|working again|back to normal|fully restored|works (?:again|now|normally|correctly|as expected)|backups? (?:was |were |has been |have been )?(?:checked|verified|tested)|verified|successfully tested|tested successfully)\b/gi;

const NEGATION =
  /(?:\b(?:not|never|no|without|isn't|wasn't|weren't|cannot|can't|couldn't|unable to|failed to|before|until|unless|if|once|whether|when|to be|must be|needs? to be|should be|awaiting|waiting)\b|n['’]t)(?:\s+\S+){0,4}\s*$/i;

/** That a user or customer verified the result. Negated and conditional forms are left out. */
export function findUserVerifications(text: string): TextSpan[] {
  return claims(text, USER_VERIFIED);
}

/** That something is done, solved or verified. Negated and conditional forms are left out. */
export function findCompletions(text: string): TextSpan[] {
  return claims(text, DONE);
}

/**
 * Facts that bear out "verified with the user" (rule R2): younger than the last change, and
 * either reported by the user or saying themselves that the user confirmed it.
 */
export function userVerifications(bundle: InputBundle): BundleFact[] {
  const since = lastChangeAt(bundle);
  return bundle.facts.filter(
    (fact) =>
      fact.created_at >= since &&
      (fact.source_type === 'user_report'
        ? !/\b(?:not|never|still|no)\b(?! longer)|n['’]t\b/i.test(fact.text)
        : findUserVerifications(fact.text).length > 0),
  );
}

/** Finds texts that say "verified with the user" where nothing on record bears it out (rule R2). */
export function unprovenVerification(bundle: InputBundle): (text: string) => boolean {
  if (userVerifications(bundle).length > 0) return () => false;
  return (text) => findUserVerifications(text).length > 0;
}

/** When the last change was made, in milliseconds since 1970; 0 where none is on record. */
export function lastChangeAt(bundle: InputBundle): number {
  const changes = bundle.fixes_tried.filter((fix) => fix.outcome !== 'failed');
  const fixes = changes.length > 0 ? changes : bundle.fixes_tried;
  if (fixes.length > 0) return Math.max(...fixes.map((fix) => fix.outcome_at ?? 0));
  return Math.max(0, ...bundle.scripts.map((script) => script.ran_at ?? 0));
}

function claims(text: string, pattern: RegExp): TextSpan[] {
  return spansOf(text, pattern).filter(
    ({ from }) => !NEGATION.test(text.slice(Math.max(0, from - 60), from)),
  );
}
