import type { SessionSnapshot } from '../../shared/domain/snapshot.ts';
import type { SuggestedFix } from '../../shared/domain/suggested-fix.ts';
import { FixOutcomeChip } from '../knowledge/fix-outcome-chip.tsx';
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

/** The fix of an earlier session with what came of it there. Brought over it has not been tried here. */
export function EarlierFix({ snapshot, fix }: EarlierFixProps) {
  const { bring, busy, question, replacing } = useBringFix(snapshot, fix);
  const { title, ...dialog } = replacing;
  return (
    <div className={css('part')}>
      <p className={css('fix')}>{fix.title}</p>
      {fix.description && <LongText text={fix.description} className={css('text')} />}
      <FixOutcomeChip fix={fix} />
      <BringButton what={fix.title} here={isFixHere(snapshot, fix)} busy={busy} onPress={bring} />
      <ConfirmDialog
        {...dialog}
        title="Replace the suggested fix?"
        confirmLabel="Replace it"
        busy={busy}
      >
        “{fix.title}” takes the place of “{title}”, which stays among the earlier fixes.
      </ConfirmDialog>
      <ReplaceQuestion question={question} />
    </div>
  );
}
