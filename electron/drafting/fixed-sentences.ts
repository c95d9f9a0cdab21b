import { FIXED_SENTENCES } from '../../shared/notes/sections.ts';

/**
 * Sentences of the resolution note for cases that the contract does not name. Like
 * {@link FIXED_SENTENCES} they rest on the absence of something, so they cite nothing.
 */
export const RESOLVE_SENTENCES = {
  /** Facts are on record, and none of them is fit for the customer's eyes or fits into the note. */
  checks_kept_internally: 'The technical checks are kept in our internal record.',
  /** Every fact is told under a later heading. */
  told_below: 'What was confirmed is told below.',
  /** The session holds no fix, no run of a script and no action. */
  no_change_recorded: 'No change was recorded for this problem.',
} as const;

const ALL = new Set<string>([
  ...Object.values(FIXED_SENTENCES),
  ...Object.values(RESOLVE_SENTENCES),
]);

export function isFixedSentence(text: string): boolean {
  return ALL.has(text);
}
