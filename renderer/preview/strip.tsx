import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { WaitButton } from '../ui/wait-button.tsx';
import { useViewState } from '../view-state.ts';
import type { FailureWay } from './ai-words.ts';
import styles from './strips.module.css';

const css = classesOf(styles);

interface StripProps {
  readonly icon: LucideIcon;
  /** `news`: the note has moved on. `trouble`: something did not work. `quiet`: good to know. */
  readonly tone: 'news' | 'trouble' | 'quiet';
  /** Turns, while work is under way. */
  readonly turning?: boolean;
  /** `alert` where it must be heard at once; a strip is a note otherwise. */
  readonly role?: 'alert' | 'note';
  /** Buttons: what can be done about it. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A narrow band above the text of a note: what happened, and the next step. */
export function Strip({ icon: Icon, tone, turning = false, role, actions, children }: StripProps) {
  return (
    <div className={css('strip', 'above', tone)}>
      <Icon size={14} aria-hidden className={css('icon', turning && 'turning')} />
      <div role={role ?? 'note'} className={css('words')}>
        {children}
      </div>
      {actions && <div className={css('actions')}>{actions}</div>}
    </div>
  );
}

interface FailureActionsProps {
  readonly way: FailureWay;
  readonly onRetry: () => void;
}

/** The next step after the AI failed: the settings, and a new attempt as soon as one makes sense. */
export function FailureActions({ way, onRetry }: FailureActionsProps) {
  const openDialog = useViewState((state) => state.openDialog);
  return (
    <>
      {way.settings && (
        <Button size="sm" onClick={() => openDialog('settings')}>
          Open settings
        </Button>
      )}
      <WaitButton size="sm" label="Try again" from={way.retryAt} onClick={onRetry} />
    </>
  );
}
