import type { FixOutcome, SuggestedFix } from '../../shared/domain/suggested-fix.ts';
import { Chip, type Tone } from '../ui/chip.tsx';
import { classesOf } from '../ui/class-names.ts';
import { fullTime, shortTime } from '../ui/time.ts';
import { FIX_OUTCOME_WORDS } from '../ui/words.ts';
import styles from './fix-card.module.css';

const css = classesOf(styles);

const TONES: Readonly<Record<FixOutcome, Tone>> = {
  proposed: 'neutral',
  applied: 'accent',
  worked: 'ok',
  partly: 'warn',
  failed: 'danger',
  pending: 'warn',
  dismissed: 'neutral',
};

/** The result of a fix, when it was recorded, what was done, and the reason or what it waits for. */
export function FixResultChip({ fix }: { readonly fix: SuggestedFix }) {
  const at = fix.outcome_at;
  return (
    <div className={css('outcome')}>
      <Chip tone={TONES[fix.outcome]} {...(at === null ? {} : { title: fullTime(at) })}>
        {FIX_OUTCOME_WORDS[fix.outcome]}
        {at !== null && ` · ${shortTime(at)}`}
      </Chip>
      {fix.done && <p className={css('note')}>Done: {fix.done}</p>}
      {fix.customer_done && <p className={css('note')}>Customer: {fix.customer_done}</p>}
      {fix.outcome_note && (
        <p className={css('note')}>
          {fix.outcome === 'pending' ? 'Waiting for: ' : ''}
          {fix.outcome_note}
        </p>
      )}
      {fix.customer_note && <p className={css('note')}>Customer: {fix.customer_note}</p>}
      {fix.left_in_place && <p className={css('note')}>Its change is still in place.</p>}
    </div>
  );
}
