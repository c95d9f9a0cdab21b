import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { classesOf } from './class-names.ts';
import styles from './drawer.module.css';
import { IconButton } from './icon-button.tsx';
import { useFinalFocus } from './use-final-focus.ts';

const css = classesOf(styles);

interface DrawerProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** Its name for screen readers; the content brings its own headings. */
  readonly title: string;
  readonly children: ReactNode;
}

/** A column that slides in from the right, over the lane. */
export function Drawer({ open, onOpenChange, title, children }: DrawerProps) {
  const finalFocus = useFinalFocus(open);
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className={css('backdrop')} />
        <Base.Popup className={css('popup')} finalFocus={finalFocus}>
          <header className={css('header')}>
            <Base.Title className={css('title')}>{title}</Base.Title>
            <Base.Close render={<IconButton icon={X} label="Close" hint={null} />} />
          </header>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
