import { AlertDialog } from '@base-ui/react/alert-dialog';
import { type ReactNode, useRef } from 'react';
import { Button } from './button.tsx';
import { classesOf } from './class-names.ts';
import styles from './dialog.module.css';

const css = classesOf(styles);

interface ConfirmDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  /** What will happen, and what will not. */
  readonly children: ReactNode;
  readonly confirmLabel: string;
  readonly cancelLabel?: string;
  readonly busy?: boolean;
  /** What it asks for first is not there yet. */
  readonly disabled?: boolean;
  readonly onConfirm: () => void;
}

/** Asks before something that is hard to take back. The focus starts on the way out. */
export function ConfirmDialog({
  open,
  onOpenChange,
  title,
  children,
  confirmLabel,
  cancelLabel = 'Cancel',
  busy = false,
  disabled = false,
  onConfirm,
}: ConfirmDialogProps) {
  const cancel = useRef<HTMLButtonElement>(null);
  return (
    <AlertDialog.Root open={open} onOpenChange={onOpenChange}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop forceRender className={css('backdrop', 'question')} />
        <AlertDialog.Viewport className={css('viewport', 'question')}>
          <AlertDialog.Popup className={css('popup', 'sm')} initialFocus={cancel}>
            <header className={css('header')}>
              <AlertDialog.Title className={css('title')}>{title}</AlertDialog.Title>
            </header>
            <AlertDialog.Description className={css('body')} render={<div />}>
              {children}
            </AlertDialog.Description>
            <footer className={css('footer')}>
              <AlertDialog.Close render={<Button ref={cancel} />}>{cancelLabel}</AlertDialog.Close>
              <Button variant="danger" busy={busy} disabled={disabled} onClick={onConfirm}>
                {confirmLabel}
              </Button>
            </footer>
          </AlertDialog.Popup>
        </AlertDialog.Viewport>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
