import { useCall } from '../bridge/queries.ts';
import { useUnsaved } from '../ui/unsaved-text.ts';
import { detailsOf, FactForm, type FactValues } from './fact-form.tsx';

const EMPTY: FactValues = {
  text: '',
  source_type: 'technician',
  role: '',
  source_summary: '',
  customer_wording: '',
  short_wording: '',
};

interface AddFactProps {
  readonly sessionId: number;
  readonly onDone: () => void;
}

/** Adds facts one after another: after each the form is empty, with the same source. */
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
          role: values.role || null,
          ...detailsOf(values),
        })
      }
    />
  );
}
