import type { Fact } from '../../shared/domain/fact.ts';
import { LIMITS } from '../../shared/limits.ts';
import { useCall } from '../bridge/queries.ts';
import { announce } from '../ui/announcer.tsx';
import { WordingForm } from '../ui/wording-form.tsx';
import { wantsShortWording } from './fact-rules.ts';

interface FactWordingProps {
  readonly fact: Fact;
  readonly onDone: () => void;
}

/** Words a fact for the customer, and more briefly where it is long. */
export function FactWording({ fact, onDone }: FactWordingProps) {
  const update = useCall('facts.update', {
    onSuccess: () => {
      announce('Wording saved.');
      onDone();
    },
  });
  const offersShort = fact.short_wording !== null || wantsShortWording(fact.text);
  return (
    <WordingForm
      wording={fact.customer_wording}
      {...(offersShort ? { short: fact.short_wording } : {})}
      limit={LIMITS.fact}
      field="customer_wording"
      busy={update.isPending}
      error={update.error}
      onDone={onDone}
      onSave={(customer_wording, short_wording) =>
        update.mutate({
          fact_id: fact.id,
          customer_wording,
          ...(offersShort ? { short_wording } : {}),
        })
      }
    />
  );
}
