import { type ReactNode, useState } from 'react';
import type { FixOutcome, SuggestedFix } from '../../shared/domain/suggested-fix.ts';
import { useCall } from '../bridge/queries.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { toastError } from '../ui/toast.tsx';
import { FIX_OUTCOME_WORDS } from '../ui/words.ts';
import styles from './verdict.module.css';
import { VerdictQuestion } from './verdict-question.tsx';
import type { WordyOutcome } from './verdict-rules.ts';

const css = classesOf(styles);

interface VerdictChoicesProps {
  readonly fix: SuggestedFix;
  /** In one line, where there is width and no height. */
  readonly slim?: boolean;
  /** Stands after the verdicts, as long as no words are asked for. */
  readonly children?: ReactNode;
  readonly onSaid?: (fix: SuggestedFix) => void;
  /** The words for a verdict are being asked for, or no longer. */
  readonly onAsking?: (asking: boolean) => void;
}

/** Did it work? The four answers, and the words that two of them need. */
export function VerdictChoices(props: VerdictChoicesProps) {
  const { fix, slim = false, children, onSaid, onAsking } = props;
  const [asking, setAsking] = useState<WordyOutcome | null>(null);
  const ask = (outcome: WordyOutcome | null) => {
    setAsking(outcome);
    onAsking?.(outcome !== null);
  };
  const said = (judged: SuggestedFix) => {
    announce(`Verdict: ${FIX_OUTCOME_WORDS[judged.outcome].toLowerCase()}.`);
    ask(null);
    onSaid?.(judged);
  };
  const setOutcome = useCall('fixes.setOutcome', {
    onSuccess: said,
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
        slim={slim}
        onSaid={said}
        onCancel={() => ask(null)}
      />
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame that this row has no use for
    <div className={css('choices')} role="group" aria-label="Fix verdict">
      <Button size="sm" busy={busy} onClick={() => say('worked')}>
        Worked
      </Button>
      <Button size="sm" busy={busy} onClick={() => say('partly')}>
        Partly
      </Button>
      <Button size="sm" busy={busy} onClick={() => ask('failed')}>
        Failed…
      </Button>
      {!(slim && fix.outcome === 'pending') && (
        <Button size="sm" busy={busy} onClick={() => ask('pending')}>
          Pending…
        </Button>
      )}
      {children}
    </div>
  );
}
