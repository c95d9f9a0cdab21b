import type { Fact } from '../../shared/domain/fact.ts';
import { useCall } from '../bridge/queries.ts';
import { toast, toastError } from '../ui/toast.tsx';

interface RemoveFact {
  readonly removing: boolean;
  readonly remove: () => void;
}

/** Deletes a fact, or rejects a proposed one, and offers it back. */
export function useRemoveFact(fact: Fact): RemoveFact {
  const restore = useCall('facts.restore', { onError: (error) => toastError(error) });
  const remove = useCall('facts.remove', {
    onSuccess: () =>
      toast({
        title: fact.status === 'proposed' ? 'Fact rejected.' : 'Fact deleted.',
        detail: shortened(fact.text),
        action: { label: 'Undo', onPress: () => restore.mutate({ fact_id: fact.id }) },
      }),
    onError: (error) => toastError(error),
  });
  return { removing: remove.isPending, remove: () => remove.mutate({ fact_id: fact.id }) };
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 58).trimEnd()}…` : text;
}
