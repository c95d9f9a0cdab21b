import type { Ref } from 'react';
import type { Fact } from '../../shared/domain/fact.ts';
import { useCall } from '../bridge/queries.ts';
import { useRemoveFact } from '../knowledge/use-remove-fact.ts';
import { announce } from '../ui/announcer.tsx';
import { toastError } from '../ui/toast.tsx';
import { DecisionButtons } from './proposal-card.tsx';

interface FactDecisionProps {
  readonly fact: Fact;
  readonly onEdit: () => void;
  readonly editRef?: Ref<HTMLButtonElement>;
}

/** Confirms, rewords or rejects a proposed fact. */
export function FactDecision({ fact, onEdit, editRef }: FactDecisionProps) {
  const confirm = useCall('facts.confirm', {
    onSuccess: () => announce('Fact confirmed.'),
    onError: (error) => toastError(error),
  });
  const remove = useRemoveFact(fact);
  return (
    <DecisionButtons
      about={fact.text}
      confirming={confirm.isPending}
      rejecting={remove.removing}
      onConfirm={() => confirm.mutate({ fact_id: fact.id })}
      onEdit={onEdit}
      {...(editRef === undefined ? {} : { editRef })}
      onReject={remove.remove}
    />
  );
}
