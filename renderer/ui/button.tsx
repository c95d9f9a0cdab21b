import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import styles from './button.module.css';
import { classesOf, joinClasses } from './class-names.ts';
import { Kbd } from './kbd.tsx';
import { ariaKeys } from './keys.ts';

const css = classesOf(styles);

export interface ButtonProps extends ComponentProps<'button'> {
  /**
   * `primary` at most once on a view: it is the next step. `customer` and `internal` are that step where
   * it shows something to the customer, or to staff alone; the words on it say so too.
   */
  readonly variant?: 'primary' | 'customer' | 'internal' | 'default' | 'ghost' | 'danger';
  readonly size?: 'md' | 'sm';
  readonly icon?: LucideIcon;
  /** A chord such as `Mod+N`, shown as a hint. It does not bind the key. */
  readonly keys?: string;
  /** Makes it a toggle (`aria-pressed`). */
  readonly pressed?: boolean;
  /** Work is under way: stays in place and in focus, takes no presses. */
  readonly busy?: boolean;
}

/** The app's button. */
export function Button({
  variant = 'default',
  size = 'md',
  icon: Icon,
  keys,
  pressed,
  busy = false,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      aria-keyshortcuts={keys && ariaKeys(keys)}
      className={joinClasses(css('button', variant, size, busy && 'busy'), className)}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      {...rest}
    >
      {Icon && <Icon className={css('icon')} size={size === 'sm' ? 14 : 15} aria-hidden />}
      {children}
      {keys && (
        <span className={css('hint')} aria-hidden>
          <Kbd keys={keys} />
        </span>
      )}
    </button>
  );
}
