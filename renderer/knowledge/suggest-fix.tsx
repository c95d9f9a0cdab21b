import { useCall } from '../bridge/queries.ts';
import { useUnsaved } from '../ui/unsaved-text.ts';
import { FixForm } from './fix-form.tsx';

const EMPTY = { title: '', description: '', confidence: '60' };

interface SuggestFixProps {
  readonly sessionId: number;
  /** The title of the fix that is active now. */
  readonly supersedes: string | undefined;
  readonly onDone: () => void;
}

/** Suggests a fix; it takes the place of the active one. */
export function SuggestFix({ sessionId, supersedes, onDone }: SuggestFixProps) {
  const { values, set, clear } = useUnsaved(`suggest-fix:${sessionId}`, EMPTY);
  const suggest = useCall('fixes.suggest', {
    onSuccess: () => {
      clear();
      onDone();
    },
  });
  return (
    <FixForm
      values={values}
      set={set}
      submitLabel="Suggest"
      busy={suggest.isPending}
      error={suggest.error}
      onCancel={onDone}
      onSubmit={(confidence) =>
        suggest.mutate({
          session_id: sessionId,
          title: values.title,
          description: values.description,
          confidence,
        })
      }
      {...(supersedes === undefined ? {} : { remark: `Takes the place of “${supersedes}”.` })}
    />
  );
}
