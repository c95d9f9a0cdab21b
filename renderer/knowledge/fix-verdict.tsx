import { X } from 'lucide-react';
import { useState } from 'react';
import type { FixOutcome, SuggestedFix } from '../../shared/domain/suggested-fix.ts';
import { useCall } from '../bridge/queries.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { toastError } from '../ui/toast.tsx';
import styles from './fix-card.module.css';
import { VerdictQuestion } from './verdict-question.tsx';

const css = classesOf(styles);

/** What can be said of a fix at each point: apply it first, then the verdict, then only a correction. */
export function FixVerdict({ fix }: { readonly fix: SuggestedFix }) {
  const [asking, setAsking] = useState<'failed' | 'pending' | null>(null);
  const [changing, setChanging] = useState(false);
  const setOutcome = useCall('fixes.setOutcome', {
    onSuccess: () => setChanging(false),
    onError: (error) => toastError(error),
  });
  const say = (outcome: FixOutcome) => setOutcome.mutate({ fix_id: fix.id, outcome });
  const busy = setOutcome.isPending;

  if (asking !== null) {
    return (
      <VerdictQuestion
        key={asking}
        fix={fix}
        outcome={asking}
        onDone={() => {
          setAsking(null);
          setChanging(false);
        }}
      />
    );
  }
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
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame that this row has no use for
    <div className={css('buttons', 'verdict')} role="group" aria-label="Did it work?">
      <Button size="sm" busy={busy} onClick={() => say('worked')}>
        Worked
      </Button>
      <Button size="sm" busy={busy} onClick={() => say('partly')}>
        Partly
      </Button>
      <Button size="sm" onClick={() => setAsking('failed')}>
        Failed
      </Button>
      <Button size="sm" onClick={() => setAsking('pending')}>
        Waiting…
      </Button>
      <IconButton
        size="sm"
        icon={X}
        label="Dismiss"
        hint="Dismiss: not worth trying"
        onClick={() => say('dismissed')}
      />
    </div>
  );
}
