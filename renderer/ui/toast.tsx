import { Toast as Base } from '@base-ui/react/toast';
import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { Button } from './button.tsx';
import { classesOf } from './class-names.ts';
import { describeError } from './errors.ts';
import { IconButton } from './icon-button.tsx';
import styles from './toast.module.css';

const css = classesOf(styles);

interface ToastAction {
  readonly label: string;
  readonly onPress: () => void;
}

interface ToastOptions {
  readonly title: string;
  readonly detail?: string;
  readonly tone?: 'neutral' | 'ok' | 'danger';
  /** One action, such as Undo. It closes the toast. */
  readonly action?: ToastAction;
  /** Milliseconds; 0 stays until it is closed. An action or an error stays longer by default. */
  readonly timeout?: number;
}

const manager = Base.createToastManager<{ action?: ToastAction }>();

/** Tells of something that is done, with one action at most. Announced to screen readers. */
export function toast({ title, detail, tone = 'neutral', action, timeout }: ToastOptions): void {
  manager.add({
    title,
    type: tone,
    priority: tone === 'danger' ? 'high' : 'low',
    timeout: timeout ?? (action || tone === 'danger' ? 9_000 : 4_500),
    ...(detail === undefined ? {} : { description: detail }),
    ...(action === undefined ? {} : { data: { action } }),
  });
}

/** Tells of a failure that no form or notice shows. */
export function toastError(error: unknown, action?: ToastAction): void {
  toast({
    title: describeError(error),
    tone: 'danger',
    ...(action === undefined ? {} : { action }),
  });
}

/** Where toasts appear: in the sessions column, where they cover nothing that is being worked on. */
export function Toaster() {
  return (
    <Base.Provider toastManager={manager} limit={3}>
      <Base.Portal>
        <Base.Viewport className={css('viewport')}>
          <ToastList />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

function ToastList() {
  const { toasts, close } = Base.useToastManager<{ action?: ToastAction }>();
  return toasts.map((item) => (
    <Base.Root key={item.id} toast={item} swipeDirection="left" className={css('toast')}>
      {item.type === 'danger' && <CircleAlert size={15} aria-hidden className={css('bad')} />}
      {item.type === 'ok' && <CircleCheck size={15} aria-hidden className={css('good')} />}
      <div className={css('text')}>
        <Base.Title className={css('title')} render={<div />} />
        <Base.Description className={css('detail')} render={<div />} />
        {item.data?.action && (
          <Button
            size="sm"
            className={css('action')}
            onClick={() => {
              item.data?.action?.onPress();
              close(item.id);
            }}
          >
            {item.data.action.label}
          </Button>
        )}
      </div>
      <Base.Close render={<IconButton icon={X} label="Dismiss" hint={null} size="sm" />} />
    </Base.Root>
  ));
}
