import { useState } from 'react';
import type { SuggestedFix } from '../../shared/domain/suggested-fix.ts';
import { useCall } from '../bridge/queries.ts';
import { useHoldsWords } from '../ui/unsaved-forms.ts';
import { FixForm, type FixValues } from './fix-form.tsx';

interface EditFixProps {
  readonly fix: SuggestedFix;
  readonly onDone: () => void;
}

/** Rewords a suggested fix where it stands, or corrects its confidence. */
export function EditFix({ fix, onDone }: EditFixProps) {
  const [values, setValues] = useState<FixValues>({
    title: fix.title,
    description: fix.description,
    confidence: String(fix.confidence),
  });
  useHoldsWords('Edit fix', values.title !== fix.title || values.description !== fix.description);
  const update = useCall('fixes.update', { onSuccess: onDone });
  return (
    <FixForm
      values={values}
      set={(name, value) => setValues((before) => ({ ...before, [name]: value }))}
      submitLabel="Save"
      busy={update.isPending}
      error={update.error}
      onCancel={onDone}
      onSubmit={(confidence) =>
        update.mutate({
          fix_id: fix.id,
          title: values.title,
          description: values.description,
          confidence,
        })
      }
    />
  );
}
