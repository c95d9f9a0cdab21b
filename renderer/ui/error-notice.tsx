import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { classesOf } from './class-names.ts';
import styles from './error-notice.module.css';
import { describeError } from './errors.ts';

const css = classesOf(styles);

interface ErrorNoticeProps {
  /** Any failure; an AppError brings words of its own. */
  readonly error: unknown;
  /** The next step, beside the message. */
  readonly action?: {
    readonly label: string;
    readonly onPress: () => void;
    readonly busy?: boolean;
  };
  /** Buttons, where one action is not enough. */
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/** Says what went wrong and what can be done now. Announced at once. */
export function ErrorNotice({ error, action, actions, children }: ErrorNoticeProps) {
  return (
    <div role="alert" className={css('notice')}>
      <CircleAlert size={15} aria-hidden className={css('icon')} />
      <div className={css('text')}>
        {typeof error === 'string' ? error : describeError(error)}
        {children}
      </div>
      {actions && <div className={css('actions')}>{actions}</div>}
      {action && (
        <Button size="sm" busy={action.busy ?? false} onClick={action.onPress}>
          {action.label}
        </Button>
      )}
    </div>
  );
}
