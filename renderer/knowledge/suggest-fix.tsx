import type { SuggestedFix } from '../../shared/domain/suggested-fix.ts';
import { useCall } from '../bridge/queries.ts';
import { useUnsaved } from '../ui/unsaved-text.ts';
import { FixForm } from './fix-form.tsx';
import { ReplaceQuestion } from './replace-question.tsx';
import { useReplaceQuestion } from './use-replace-question.ts';

const EMPTY = { title: '', description: '', confidence: '60' };

interface SuggestFixProps {
  readonly sessionId: number;
  /** The fix that is active now. */
  readonly active: SuggestedFix | undefined;
  readonly onDone: () => void;
}

/** Suggests a fix; it replaces the active one. */
export function SuggestFix({ sessionId, active, onDone }: SuggestFixProps) {
  const { values, set, clear } = useUnsaved(`suggest-fix:${sessionId}`, EMPTY);
  const suggest = useCall('fixes.suggest', {
    onSuccess: () => {
      clear();
      onDone();
    },
  });
  const { replace, question } = useReplaceQuestion(active, (fix) =>
    suggest.mutate({ session_id: sessionId, ...fix }),
  );
  const { title, description } = values;
  return (
    <>
      <FixForm
        values={values}
        set={set}
        submitLabel="Suggest"
        busy={suggest.isPending}
        error={suggest.error}
        onCancel={onDone}
        onSubmit={(confidence) => replace({ title, description, confidence })}
        {...(active === undefined ? {} : { remark: `Replaces “${active.title}”.` })}
      />
      <ReplaceQuestion question={question} />
    </>
  );
}
