import type { SuggestedFix } from '../../shared/domain/suggested-fix.ts';
import { Chip } from '../ui/chip.tsx';
import { classesOf } from '../ui/class-names.ts';
import { useHighlight } from '../ui/use-highlight.ts';
import { UsedInLines } from '../ui/used-in-lines.tsx';
import styles from './fix-card.module.css';
import { FixResultChip } from './fix-result-chip.tsx';

const css = classesOf(styles);

/** Fixes that are not active any more, each with its result. */
export function EarlierFixes({ fixes }: { readonly fixes: readonly SuggestedFix[] }) {
  return (
    <ul className={css('earlier')}>
      {fixes.map((fix) => (
        <EarlierFix key={fix.id} fix={fix} />
      ))}
    </ul>
  );
}

function EarlierFix({ fix }: { readonly fix: SuggestedFix }) {
  const { lit, handlers } = useHighlight(`fix:${fix.id}`);
  return (
    <li className={css('past', lit && 'lit')} {...handlers}>
      <p>{fix.title}</p>
      {fix.outcome === 'proposed' ? (
        <Chip>Replaced before trying</Chip>
      ) : (
        <FixResultChip fix={fix} />
      )}
      <UsedInLines evidenceId={`fix:${fix.id}`} />
    </li>
  );
}
