import { type ReactNode, useState } from 'react';
import type { SuggestedFix } from '../../shared/domain/suggested-fix.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { useReturnFocus } from '../ui/use-return-focus.ts';
import styles from './result-form.module.css';
import { ResultForm } from './result-form.tsx';
import type { FormResult } from './result-values.ts';

const css = classesOf(styles);

interface ResultChoicesProps {
  readonly fix: SuggestedFix;
  /** In one line, where there is width and no height. */
  readonly slim?: boolean;
  /** After the four results, as long as none is being recorded. */
  readonly children?: ReactNode;
  readonly onSaved?: (fix: SuggestedFix) => void;
}

/** Did it work? The four answers, each of which opens the form of the result. */
export function ResultChoices({ fix, slim = false, children, onSaved }: ResultChoicesProps) {
  const [result, setResult] = useState<FormResult | null>(null);
  const first = useReturnFocus<HTMLButtonElement>(result !== null);
  if (result !== null) {
    return (
      <ResultForm
        fix={fix}
        result={result}
        onSaved={(saved) => {
          setResult(null);
          onSaved?.(saved);
        }}
        onCancel={() => setResult(null)}
      />
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame that this row has no use for
    <div className={css('choices')} role="group" aria-label="Fix result">
      <Button ref={first} size="sm" onClick={() => setResult('worked')}>
        Worked
      </Button>
      <Button size="sm" onClick={() => setResult('partly')}>
        Partly
      </Button>
      <Button size="sm" onClick={() => setResult('failed')}>
        Failed
      </Button>
      {!(slim && fix.outcome === 'pending') && (
        <Button size="sm" onClick={() => setResult('pending')}>
          Pending
        </Button>
      )}
      {children}
    </div>
  );
}
