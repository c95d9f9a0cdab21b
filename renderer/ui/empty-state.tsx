import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classesOf } from './class-names.ts';
import styles from './empty-state.module.css';

const css = classesOf(styles);

interface EmptyStateProps {
  readonly icon?: LucideIcon;
  readonly title: string;
  /** What belongs here and how it comes to be here. */
  readonly children?: ReactNode;
  /** Buttons: the way on. */
  readonly actions?: ReactNode;
  /** `page` fills a pane, `inline` sits in a column. */
  readonly size?: 'page' | 'inline';
}

/** What a view says while it has nothing to show. */
export function EmptyState({
  icon: Icon,
  title,
  children,
  actions,
  size = 'page',
}: EmptyStateProps) {
  return (
    <div className={css('state', size)}>
      {Icon && (
        <span className={css('icon')}>
          <Icon size={size === 'page' ? 22 : 16} strokeWidth={1.75} aria-hidden />
        </span>
      )}
      <p className={css('title')}>{title}</p>
      {children && <div className={css('text')}>{children}</div>}
      {actions && <div className={css('actions')}>{actions}</div>}
    </div>
  );
}
