import { useViewState } from '../view-state.ts';
import { classesOf } from './class-names.ts';
import styles from './used-in-lines.module.css';
import { counted } from './words.ts';

const css = classesOf(styles);

interface UsedInLinesProps {
  readonly evidenceId: string;
  /** What is said of a thing that no line rests on; nothing without it. */
  readonly unused?: string;
}

/** How many lines of the shown note rest on a thing; a press leads to them, one after the other. */
export function UsedInLines({ evidenceId, unused }: UsedInLinesProps) {
  const lines = useViewState(({ usage }) => (usage === null ? null : (usage[evidenceId] ?? 0)));
  const jumpTo = useViewState((state) => state.jumpTo);
  if (lines === null) return null;
  if (lines === 0)
    return unused === undefined ? null : <span className={css('word')}>{unused}</span>;
  return (
    <button type="button" className={css('word', 'jump')} onClick={() => jumpTo(evidenceId)}>
      in {counted(lines, 'line')}
    </button>
  );
}
