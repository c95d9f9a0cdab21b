import { type ReactNode, useRef } from 'react';
import type { SuggestedFix } from '../../shared/domain/suggested-fix.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { Dialog } from '../ui/dialog.tsx';
import { VerdictChoices } from './verdict-choices.tsx';
import styles from './verdict-dialog.module.css';

const css = classesOf(styles);

interface VerdictDialogProps {
  /** Absent once there is a verdict, which closes the question. */
  readonly fix: SuggestedFix | undefined;
  readonly open: boolean;
  /** What a verdict changes, and what nothing is done about. */
  readonly children: ReactNode;
  readonly cancelLabel: string;
  /** Goes on without a verdict. */
  readonly withoutLabel: string;
  readonly onSaid: (fix: SuggestedFix) => void;
  readonly onWithout: () => void;
  readonly onClose: () => void;
}

/**
 * Asks for the verdict of a fix before something that would pass it over. The focus starts on the way
 * out: a key that is still held down must not be taken for a verdict.
 */
export function VerdictDialog(props: VerdictDialogProps) {
  const { fix, open, children, cancelLabel, withoutLabel, onSaid, onWithout, onClose } = props;
  const wayOut = useRef<HTMLButtonElement>(null);
  return (
    <Dialog
      open={open && fix !== undefined}
      onOpenChange={(next) => next || onClose()}
      title={`“${fix?.title ?? ''}” was applied and has no verdict yet`}
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
        {fix && <VerdictChoices fix={fix} onSaid={onSaid} />}
      </div>
    </Dialog>
  );
}
