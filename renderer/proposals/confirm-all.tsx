import { CheckCheck } from 'lucide-react';
import type { Fact } from '../../shared/domain/fact.ts';
import { useCall } from '../bridge/queries.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { toastError } from '../ui/toast.tsx';
import { counted } from '../ui/words.ts';
import { confirmableTogether, leftOutWords } from './open-proposals.ts';
import styles from './proposals.module.css';

const css = classesOf(styles);

interface ConfirmAllProps {
  readonly sessionId: number;
  readonly facts: readonly Fact[];
  readonly unsupported: ReadonlyMap<number, readonly string[]>;
}

/** Confirms the proposed facts that are shown with one press; one that wants a look of its own is left. */
export function ConfirmAll({ sessionId, facts, unsupported }: ConfirmAllProps) {
  const together = confirmableTogether(facts, unsupported);
  const confirm = useCall('facts.confirmAll', {
    onSuccess: (confirmed) => announce(`${counted(confirmed.length, 'fact')} confirmed.`),
    onError: (error) => toastError(error),
  });
  if (together.factIds.length < 2) return null;
  const leftOut = leftOutWords(together);
  return (
    <div className={css('all')}>
      <p className={css('count')}>
        {counted(together.factIds.length, 'proposed fact')}. {leftOut}
      </p>
      <Button
        size="sm"
        icon={CheckCheck}
        busy={confirm.isPending}
        onClick={() => confirm.mutate({ session_id: sessionId, fact_ids: [...together.factIds] })}
      >
        Confirm all
      </Button>
    </div>
  );
}
