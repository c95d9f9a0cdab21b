import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import styles from './chip.module.css';
import { classesOf, joinClasses } from './class-names.ts';

const css = classesOf(styles);

/** What a colour means here; the words beside it say the same. */
export type Tone = 'neutral' | 'accent' | 'ok' | 'warn' | 'danger' | 'customer' | 'internal';

interface ChipLook {
  readonly tone?: Tone;
  readonly icon?: LucideIcon;
}

/** A short fact about a thing, in words, with a tone. */
export function Chip({
  tone = 'neutral',
  icon: Icon,
  className,
  children,
  ...rest
}: ComponentProps<'span'> & ChipLook) {
  return (
    <span className={joinClasses(css('chip', tone), className)} {...rest}>
      {Icon && <Icon size={13} aria-hidden className={css('icon')} />}
      <span className={css('label')}>{children}</span>
    </span>
  );
}

/** A chip that opens or changes something. */
export function ChipButton({
  tone = 'neutral',
  icon: Icon,
  className,
  children,
  ...rest
}: ComponentProps<'button'> & ChipLook) {
  return (
    <button type="button" className={joinClasses(css('chip', 'press', tone), className)} {...rest}>
      {Icon && <Icon size={13} aria-hidden className={css('icon')} />}
      <span className={css('label')}>{children}</span>
    </button>
  );
}
