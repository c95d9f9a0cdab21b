import { type ReactNode, useRef } from 'react';
import type { SuggestedFix } from '../../shared/domain/suggested-fix.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ResultChoices } from './result-choices.tsx';
import styles from './result-dialog.module.css';

const css = classesOf(styles);

interface ResultDialogProps {
  /** Absent once it has a result, which closes the question. */
  readonly fix: SuggestedFix | undefined;
  readonly open: boolean;
  /** What the answer changes. */
  readonly children: ReactNode;
  readonly cancelLabel: string;
  /** Continues without a result. */
  readonly withoutLabel: string;
  readonly onSaid: (fix: SuggestedFix) => void;
  readonly onWithout: () => void;
  readonly onClose: () => void;
}

/**
 * Asks for the result of a fix before something that would pass it over. The focus starts on the way
 * out: a key that is still held down must not be taken for an answer.
 */
export function ResultDialog(props: ResultDialogProps) {
  const { fix, open, children, cancelLabel, withoutLabel, onSaid, onWithout, onClose } = props;
  const wayOut = useRef<HTMLButtonElement>(null);
  return (
    <Dialog
      open={open && fix !== undefined}
      onOpenChange={(next) => next || onClose()}
      title={`Did “${fix?.title ?? ''}” work?`}
      initialFocus={wayOut}
      footer={
        <>
          <Button ref={wayOut} onClick={onClose}>
            {cancelLabel}
          </Button>
          <Button variant="danger" onClick={onWithout}>
            {withoutLabel}
          </Button>
        </>
      }
    >
      <div className={css('body')}>
        <p className={css('words')}>{children}</p>
        {fix && <ResultChoices fix={fix} onSaved={onSaid} />}
      </div>
    </Dialog>
  );
}
