import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classesOf } from '../ui/class-names.ts';
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
