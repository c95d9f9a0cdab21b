import { useState } from 'react';
import type { Fact } from '../../shared/domain/fact.ts';
import { useCall } from '../bridge/queries.ts';
import { FactForm, type FactValues } from './fact-form.tsx';

interface EditFactProps {
  readonly fact: Fact;
  readonly onDone: () => void;
}

/** Rewords a fact where it stands. */
export function EditFact({ fact, onDone }: EditFactProps) {
  const [values, setValues] = useState<FactValues>({
    text: fact.text,
    source_type: fact.source_type,
    source_summary: fact.source_summary ?? '',
  });
  const update = useCall('facts.update', { onSuccess: onDone });
  return (
    <FactForm
      values={values}
      set={(name, value) => setValues((before) => ({ ...before, [name]: value }))}
      submitLabel="Save"
      busy={update.isPending}
      error={update.error}
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
