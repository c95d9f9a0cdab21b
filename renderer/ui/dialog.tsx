import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { classesOf } from './class-names.ts';
import styles from './dialog.module.css';
import { IconButton } from './icon-button.tsx';
import { useFinalFocus } from './use-final-focus.ts';

const css = classesOf(styles);

export interface DialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  readonly description?: ReactNode;
  /** False where it goes by itself and nothing can be done meanwhile. */
  readonly closable?: boolean;
  /** `work` is wide and as high as the window allows; what it holds scrolls by itself. */
  readonly size?: 'sm' | 'md' | 'lg' | 'work';
  /** Only to be read: nothing in it takes the focus, and the keys must be able to scroll it. */
  readonly reading?: boolean;
  /** Buttons, right-aligned; the primary one last. */
  readonly footer?: ReactNode;
  /** What has the focus when it opens; the first field or button otherwise. */
  readonly initialFocus?: RefObject<HTMLElement | null>;
  /** Whether the focus goes back to where it was; where that is gone, it goes to the message box. */
  readonly returnsFocus?: () => boolean;
  readonly children: ReactNode;
}

/** A modal dialog with a title, a scrolling body and a footer. Escape and a press outside close it. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  closable = true,
  size = 'md',
  reading = false,
  footer,
  initialFocus,
  returnsFocus,
  children,
}: DialogProps) {
  const finalFocus = useFinalFocus(open, returnsFocus);
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className={css('backdrop')} />
        <Base.Viewport className={css('viewport')}>
          <Base.Popup
            className={css('popup', size)}
            finalFocus={finalFocus}
            {...(initialFocus ? { initialFocus } : {})}
          >
            <header className={css('header')}>
              <div>
                <Base.Title className={css('title')}>{title}</Base.Title>
                {description && (
                  <Base.Description className={css('description')}>{description}</Base.Description>
                )}
              </div>
              {closable && (
                <Base.Close render={<IconButton icon={X} label="Close" hint={null} />} />
              )}
            </header>
            <div
              className={css(size === 'work' ? 'bare' : 'body')}
              {...(reading ? { tabIndex: 0 } : {})}
            >
              {children}
            </div>
            {footer && <footer className={css('footer')}>{footer}</footer>}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
