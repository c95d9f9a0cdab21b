import { RefreshCw } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import styles from './strips.module.css';

const css = classesOf(styles);

interface FactsChangedBarProps {
  readonly comparing: boolean;
  readonly onKeepMine: () => void;
  readonly onRegenerate: () => void;
  readonly onCompare: () => void;
}

/** Says that the generated note has moved on, and leaves the technician's text where it is. */
export function FactsChangedBar({
  comparing,
  onKeepMine,
  onRegenerate,
  onCompare,
}: FactsChangedBarProps) {
  return (
    <div role="note" className={css('strip', 'changed')}>
      <RefreshCw size={14} aria-hidden className={css('icon')} />
      <span className={css('words')}>
        <strong>The facts changed since this draft.</strong> Your text is untouched.
      </span>
      <Button size="sm" variant="ghost" onClick={onKeepMine}>
        Keep mine
      </Button>
      {!comparing && (
        <Button size="sm" onClick={onCompare}>
          Compare
        </Button>
      )}
      <Button size="sm" onClick={onRegenerate}>
        Regenerate
      </Button>
    </div>
  );
}
