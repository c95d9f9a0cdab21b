import { Check, CornerDownLeft } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import styles from './similar-work.module.css';

const css = classesOf(styles);

interface BringButtonProps {
  /** The fact or the fix, for those who hear the button alone. */
  readonly what: string;
  readonly here: boolean;
  readonly busy: boolean;
  readonly onPress: () => void;
}

/** Brings one thing over, or says that it is here. Stays in place, so that the focus does too. */
export function BringButton({ what, here, busy, onPress }: BringButtonProps) {
  return (
    <Button
      size="sm"
      variant="ghost"
      icon={here ? Check : CornerDownLeft}
      className={css('bring', here && 'here')}
      aria-label={`${here ? 'Used here' : 'Use here'}: ${what}`}
      aria-disabled={here || busy || undefined}
      busy={busy}
      onClick={here || busy ? undefined : onPress}
    >
      {here ? 'Used here' : 'Use here'}
    </Button>
  );
}
