import { useState } from 'react';
import type { Fact } from '../../shared/domain/fact.ts';
import { useCall } from '../bridge/queries.ts';
import { announce } from '../ui/announcer.tsx';
import { useHoldsWords } from '../ui/unsaved-forms.ts';
import { FactForm, type FactValues } from './fact-form.tsx';

interface EditFactProps {
  readonly fact: Fact;
  readonly onDone: () => void;
}

/** Rewords a fact where it stands. A proposed one is the technician's own by that, and so confirmed. */
export function EditFact({ fact, onDone }: EditFactProps) {
  const proposed = fact.status === 'proposed';
  const [values, setValues] = useState<FactValues>({
    text: fact.text,
    source_type: fact.source_type,
    source_summary: fact.source_summary ?? '',
  });
  useHoldsWords('Edit fact', values.text !== fact.text);
  const confirm = useCall('facts.confirm', {
    onSuccess: () => {
      announce('Fact confirmed.');
      onDone();
    },
  });
  const update = useCall('facts.update', {
    onSuccess: () => (proposed ? confirm.mutate({ fact_id: fact.id }) : onDone()),
  });
  return (
    <FactForm
      values={values}
      set={(name, value) => setValues((before) => ({ ...before, [name]: value }))}
      submitLabel={proposed ? 'Confirm' : 'Save'}
      busy={update.isPending || confirm.isPending}
      error={update.error ?? confirm.error}
      onCancel={onDone}
      onSubmit={() =>
        update.mutate({
          fact_id: fact.id,
          text: values.text,
          source_type: values.source_type,
          source_summary: values.source_summary.trim() || null,
        })
      }
    />
  );
}
