import type { useReplaceQuestion } from './use-replace-question.ts';
import { VerdictDialog } from './verdict-dialog.tsx';

interface ReplaceQuestionProps {
  readonly question: ReturnType<typeof useReplaceQuestion>['question'];
}

/** Did the fix work that a new one is about to replace? */
export function ReplaceQuestion({ question }: ReplaceQuestionProps) {
  return (
    <VerdictDialog {...question} cancelLabel="Not now" withoutLabel="Replace as “result unknown”">
      Your answer is saved before the new fix replaces it.
    </VerdictDialog>
  );
}
