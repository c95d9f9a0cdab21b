import type { SourceType } from '../../shared/domain/fact.ts';
import { useCall } from '../bridge/queries.ts';
import { useUnsaved } from '../ui/unsaved-text.ts';
import { FactForm } from './fact-form.tsx';

const EMPTY = { text: '', source_type: 'technician' as SourceType, source_summary: '' };

interface AddFactProps {
  readonly sessionId: number;
  readonly onDone: () => void;
}

/** Adds facts one after another: after each the form stands empty, with the same source type. */
export function AddFact({ sessionId, onDone }: AddFactProps) {
  const { values, set, clear } = useUnsaved(`add-fact:${sessionId}`, EMPTY);
  const add = useCall('facts.add', {
    onSuccess: (fact) => {
      clear();
      set('source_type', fact.source_type);
    },
  });
  return (
    <FactForm
      values={values}
      set={set}
      submitLabel="Add"
      busy={add.isPending}
      error={add.error}
      onCancel={onDone}
      onSubmit={() =>
        add.mutate({
          session_id: sessionId,
          text: values.text,
          source_type: values.source_type,
          source_summary: values.source_summary.trim() || null,
        })
      }
    />
  );
}
