import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactElement, ReactNode } from 'react';
import { classesOf } from './class-names.ts';
import { Kbd } from './kbd.tsx';
import styles from './tooltip.module.css';

const css = classesOf(styles);

interface TooltipProps {
  readonly label: ReactNode;
  readonly keys?: string;
  readonly side?: 'top' | 'bottom' | 'left' | 'right';
  /** One element that takes a ref and event handlers. */
  readonly children: ReactElement<Record<string, unknown>>;
}

/** A short explanation on hover and focus. Never the only place where something is said. */
export function Tooltip({ label, keys, side = 'bottom', children }: TooltipProps) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner side={side} sideOffset={6} className={css('positioner')}>
          <Base.Popup className={css('popup')}>
            {label}
            {keys && <Kbd keys={keys} />}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** Shares one delay among all tooltips: once one is open, the next opens at once. */
export const TooltipProvider = Base.Provider;
