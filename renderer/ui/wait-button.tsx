import { Button, type ButtonProps } from './button.tsx';
import { spanWords } from './time.ts';
import { useNow } from './use-now.ts';

interface WaitButtonProps extends Omit<ButtonProps, 'children'> {
  readonly label: string;
  /** From when on a press makes sense, in milliseconds since 1970; null where it does at once. */
  readonly from: number | null;
}

/** A button that counts down until it can be pressed. */
export function WaitButton({ label, from, ...button }: WaitButtonProps) {
  const now = useNow(from ?? 0);
  const left = from === null ? 0 : from - now;
  return (
    <Button {...button} disabled={left > 0}>
      {left > 0 ? `${label} in ${spanWords(left + 999)}` : label}
    </Button>
  );
}
