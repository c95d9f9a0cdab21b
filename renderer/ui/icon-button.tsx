import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classesOf, joinClasses } from './class-names.ts';
import styles from './icon-button.module.css';
import { Tooltip } from './tooltip.tsx';

const css = classesOf(styles);

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  readonly icon: LucideIcon;
  /** Its name, for screen readers and in the tooltip. */
  readonly label: string;
  /** A chord to show in the tooltip. */
  readonly keys?: string;
  readonly size?: 'md' | 'sm';
  readonly pressed?: boolean;
  /** What the tooltip says, where it should say more than the name; null for none. */
  readonly hint?: string | null;
}

/** A button that is only an icon. */
export function IconButton({
  icon: Icon,
  label,
  keys,
  size = 'md',
  pressed,
  hint,
  className,
  ...rest
}: IconButtonProps) {
  const button = (
    <button
      type="button"
      aria-label={label}
      aria-pressed={pressed}
      className={joinClasses(css('button', size), className)}
      {...rest}
    >
      <Icon size={size === 'sm' ? 14 : 16} aria-hidden />
    </button>
  );
  if (hint === null) return button;
  return (
    <Tooltip label={hint ?? label} {...(keys === undefined ? {} : { keys })}>
      {button}
    </Tooltip>
  );
}
