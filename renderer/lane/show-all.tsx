import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import styles from './message-text.module.css';

const css = classesOf(styles);

interface ShowAllProps {
  readonly all: boolean;
  /** Characters of the whole text. */
  readonly length: number;
  readonly onChange: (all: boolean) => void;
}

/** Opens and closes a long message. */
export function ShowAll({ all, length, onChange }: ShowAllProps) {
  return (
    <Button
      size="sm"
      variant="ghost"
      className={css('all')}
      aria-expanded={all}
      onClick={() => onChange(!all)}
    >
      {all ? 'Show less' : `Show all (${length.toLocaleString('en')} characters)`}
    </Button>
  );
}
