import { X } from 'lucide-react';
import { useState } from 'react';
import type { FixOutcome, SuggestedFix } from '../../shared/domain/suggested-fix.ts';
import { useCall } from '../bridge/queries.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { toastError } from '../ui/toast.tsx';
import styles from './fix-card.module.css';
import { VerdictChoices } from './verdict-choices.tsx';

const css = classesOf(styles);

/** What can be said of a fix at each point: apply it first, then the verdict, then only a correction. */
export function FixVerdict({ fix }: { readonly fix: SuggestedFix }) {
  const [changing, setChanging] = useState(false);
  const setOutcome = useCall('fixes.setOutcome', {
    onSuccess: ({ outcome }) => {
      setChanging(false);
      announce(outcome === 'applied' ? 'Fix applied. Did it work?' : 'Fix dismissed.');
    },
    onError: (error) => toastError(error),
  });
  const say = (outcome: FixOutcome) => setOutcome.mutate({ fix_id: fix.id, outcome });
  const busy = setOutcome.isPending;

  if (fix.outcome === 'proposed') {
    return (
      <div className={css('buttons')}>
        <Button size="sm" busy={busy} onClick={() => say('applied')}>
          Apply
        </Button>
        <Button size="sm" variant="ghost" busy={busy} onClick={() => say('dismissed')}>
          Dismiss
        </Button>
      </div>
    );
  }
  const judged = fix.outcome === 'worked' || fix.outcome === 'partly';
  if (judged && !changing) {
    return (
      <div className={css('buttons')}>
        <Button size="sm" variant="ghost" onClick={() => setChanging(true)}>
          Change the verdict
        </Button>
      </div>
    );
  }
  return (
    <VerdictChoices fix={fix} onSaid={() => setChanging(false)}>
      <IconButton
        size="sm"
        icon={X}
        label="Dismiss"
        hint="Dismiss: not worth trying"
        onClick={() => say('dismissed')}
      />
    </VerdictChoices>
  );
}
