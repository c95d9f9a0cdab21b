import type { NoteKind } from '../domain/note.ts';

/** The headings of each note, in order; nothing stands before, between or after them but their sections. */
export const NOTE_HEADINGS = {
  resolve: ['Problem', 'What we confirmed', 'Root cause', 'Resolution'],
  escalate: [
    'Problem',
    "What we've confirmed",
    "What we've tried",
    'Current hypothesis',
    'Suggested next steps',
  ],
} as const satisfies Record<NoteKind, readonly string[]>;

/** Sentences that the contract fixes word by word, for the cases in which a section has nothing to tell. */
export const FIXED_SENTENCES = {
  nothing_confirmed: 'Nothing confirmed yet.',
  nothing_tried: 'No diagnostic actions run yet.',
  no_hypothesis: 'No leading hypothesis yet — symptoms are still being narrowed.',
  no_root_cause: 'The root cause was not determined.',
} as const;

/** Below this confidence (per cent) a suggested fix is not told as the hypothesis. */
export const HYPOTHESIS_CONFIDENCE = 60;

/** Above this confidence (per cent) a fix that has not been tried is the first next step. */
export const FIRST_STEP_CONFIDENCE = 80;

/** The first next step for an untried fix above {@link FIRST_STEP_CONFIDENCE}. */
export function trySuggestedFix(title: string): string {
  return `Try the suggested fix: ${title}.`;
}
