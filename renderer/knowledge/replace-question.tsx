import type { useReplaceQuestion } from './use-replace-question.ts';
import { VerdictDialog } from './verdict-dialog.tsx';

interface ReplaceQuestionProps {
  readonly question: ReturnType<typeof useReplaceQuestion>['question'];
}

/** Did the fix work that a new one is about to replace? */
export function ReplaceQuestion({ question }: ReplaceQuestionProps) {
  return (
    <VerdictDialog {...question} cancelLabel="Not now" withoutLabel="Replace without a verdict">
      Did it work? The new fix takes its place, and the notes could only tell that it was tried.
    </VerdictDialog>
  );
}
