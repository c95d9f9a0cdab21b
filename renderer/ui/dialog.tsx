import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { classesOf } from './class-names.ts';
import styles from './dialog.module.css';
import { IconButton } from './icon-button.tsx';

const css = classesOf(styles);

export interface DialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  readonly description?: ReactNode;
  readonly size?: 'sm' | 'md' | 'lg';
  /** Buttons, right-aligned; the primary one last. */
  readonly footer?: ReactNode;
  /** What has the focus when it opens; the first field or button otherwise. */
  readonly initialFocus?: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}

/** A modal dialog with a title, a scrolling body and a footer. Escape and a press outside close it. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  size = 'md',
  footer,
  initialFocus,
  children,
}: DialogProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className={css('backdrop')} />
        <Base.Viewport className={css('viewport')}>
          <Base.Popup className={css('popup', size)} {...(initialFocus ? { initialFocus } : {})}>
            <header className={css('header')}>
              <div>
                <Base.Title className={css('title')}>{title}</Base.Title>
                {description && (
                  <Base.Description className={css('description')}>{description}</Base.Description>
                )}
              </div>
              <Base.Close render={<IconButton icon={X} label="Close" hint={null} />} />
            </header>
            <div className={css('body')}>{children}</div>
            {footer && <footer className={css('footer')}>{footer}</footer>}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
