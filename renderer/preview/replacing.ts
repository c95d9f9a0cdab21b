import type { Work } from './generation.ts';

/**
 * What the technician wants in place of the text: a note made `anew`, the `local` drafter's, once
 * more what was stopped or failed (`retry`), or the generated note that is there (`shown`).
 */
export type Replacing = 'anew' | 'local' | 'retry' | 'shown';

/**
 * Whether the technician is asked first: where it would take the place of words of their own. A note
 * that only follows the session leaves those alone, and so does a new attempt at it.
 */
export function asksFirst(how: Replacing, edited: boolean, work: Work): boolean {
  const onlyFollows = how === 'retry' && work.phase !== 'idle' && work.wish === 'follow';
  return edited && !onlyFollows;
}
