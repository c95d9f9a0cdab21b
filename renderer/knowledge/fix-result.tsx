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
import { ResultChoices } from './result-choices.tsx';
import { ResultForm } from './result-form.tsx';

const css = classesOf(styles);

/** What can be said of a fix at each point: apply it first, then its result, then only a correction. */
export function FixResult({ fix }: { readonly fix: SuggestedFix }) {
  const [changing, setChanging] = useState(false);
  const setOutcome = useCall('fixes.setOutcome', {
    onSuccess: ({ outcome }) =>
      announce(outcome === 'applied' ? 'Fix applied. Did it work?' : 'Fix dismissed.'),
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
  if (fix.outcome === 'worked' || fix.outcome === 'partly') {
    const close = () => setChanging(false);
    return changing ? (
      <ResultForm fix={fix} result={fix.outcome} onSaved={close} onCancel={close} />
    ) : (
      <div className={css('buttons')}>
        <Button size="sm" variant="ghost" onClick={() => setChanging(true)}>
          Change result
        </Button>
      </div>
    );
  }
  return (
    <ResultChoices fix={fix}>
      <IconButton
        size="sm"
        icon={X}
        label="Dismiss"
        hint="Dismiss: not worth trying"
        onClick={() => say('dismissed')}
      />
    </ResultChoices>
  );
}
