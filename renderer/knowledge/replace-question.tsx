import { ResultDialog } from './result-dialog.tsx';
import type { useReplaceQuestion } from './use-replace-question.ts';

interface ReplaceQuestionProps {
  readonly question: ReturnType<typeof useReplaceQuestion>['question'];
}

/** Did the fix work that a new one is about to replace? */
export function ReplaceQuestion({ question }: ReplaceQuestionProps) {
  return (
    <ResultDialog {...question} cancelLabel="Not now" withoutLabel="Replace as “result unknown”">
      Your answer is saved before the new fix replaces it.
    </ResultDialog>
  );
}
