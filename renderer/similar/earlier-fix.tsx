import type { SessionSnapshot } from '../../shared/domain/snapshot.ts';
import type { SuggestedFix } from '../../shared/domain/suggested-fix.ts';
import { FixResultChip } from '../knowledge/fix-result-chip.tsx';
import { ReplaceQuestion } from '../knowledge/replace-question.tsx';
import { classesOf } from '../ui/class-names.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { LongText } from '../ui/long-text.tsx';
import { BringButton } from './bring-button.tsx';
import { isFixHere } from './bring-over.ts';
import styles from './similar-work.module.css';
import { useBringFix } from './use-bring-fix.ts';

const css = classesOf(styles);

interface EarlierFixProps {
  readonly snapshot: SessionSnapshot;
  readonly fix: SuggestedFix;
}

/** The fix of an earlier session with its result there. Used here, it has not been tried yet. */
export function EarlierFix({ snapshot, fix }: EarlierFixProps) {
  const { bring, busy, question, replacing } = useBringFix(snapshot, fix);
  const { title, ...dialog } = replacing;
  return (
    <div className={css('part')}>
      <p className={css('fix')}>{fix.title}</p>
      {fix.description && <LongText text={fix.description} className={css('text')} />}
      <FixResultChip fix={fix} />
      <BringButton what={fix.title} here={isFixHere(snapshot, fix)} busy={busy} onPress={bring} />
      <ConfirmDialog
        {...dialog}
        title="Replace the suggested fix?"
        confirmLabel="Replace"
        busy={busy}
      >
        Replaces “{title}”, which moves to the earlier fixes.
      </ConfirmDialog>
      <ReplaceQuestion question={question} />
    </div>
  );
}
