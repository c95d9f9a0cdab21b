import { Popover as Base } from '@base-ui/react/popover';
import type { ReactElement, ReactNode } from 'react';
import { classesOf } from './class-names.ts';
import styles from './popup.module.css';

const css = classesOf(styles);

interface PopoverProps {
  readonly trigger: ReactElement<Record<string, unknown>>;
  /** Its heading, which also names it for screen readers. */
  readonly title: string;
  readonly align?: 'start' | 'center' | 'end';
  readonly side?: 'top' | 'bottom' | 'left' | 'right';
  /** Both or neither: controlled from outside. */
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  readonly children: ReactNode;
}

/** A small non-modal panel beside the button that opens it. */
export function Popover({
  trigger,
  title,
  align = 'start',
  side = 'bottom',
  open,
  onOpenChange,
  children,
}: PopoverProps) {
  return (
    <Base.Root
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
    >
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} align={align} side={side} className={css('positioner')}>
          <Base.Popup className={css('popup', 'content')}>
            <Base.Title className={css('heading')}>{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
