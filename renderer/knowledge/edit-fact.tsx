import { useState } from 'react';
import type { Fact } from '../../shared/domain/fact.ts';
import { useCall } from '../bridge/queries.ts';
import { announce } from '../ui/announcer.tsx';
import { useHoldsWords } from '../ui/unsaved-forms.ts';
import { detailsOf, FactForm, type FactValues } from './fact-form.tsx';

interface EditFactProps {
  readonly fact: Fact;
  readonly onDone: () => void;
}

/** Rewords a fact in place. A proposed one is the technician's own by that, and so confirmed. */
export function EditFact({ fact, onDone }: EditFactProps) {
  const proposed = fact.status === 'proposed';
  const [initial] = useState<FactValues>({
    text: fact.text,
    source_type: fact.source_type,
    role: fact.role,
    source_summary: fact.source_summary ?? '',
    customer_wording: fact.customer_wording ?? '',
    short_wording: fact.short_wording ?? '',
  });
  const [values, setValues] = useState(initial);
  useHoldsWords(
    'Edit fact',
    Object.entries(values).some(([name, value]) => value !== initial[name]),
  );
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
          role: values.role || fact.role,
          ...detailsOf(values),
        })
      }
    />
  );
}
