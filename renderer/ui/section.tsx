import type { ReactNode } from 'react';
import { classesOf } from './class-names.ts';
import styles from './section.module.css';

const css = classesOf(styles);

interface SectionProps {
  readonly title: string;
  /** How many things it holds, beside the title. */
  readonly count?: number;
  /** A button at the end of the heading line. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** One region of the knowledge column. */
export function Section({ title, count, action, children }: SectionProps) {
  return (
    <section aria-label={title} className={css('section')}>
      <header className={css('header')}>
        <h2>
          {title}
          {count !== undefined && count > 0 && <span className={css('count')}>{count}</span>}
        </h2>
        {action}
      </header>
      {children}
    </section>
  );
}

/** What a region of a closed session says when it holds nothing: a record, not an invitation. */
export function NoneKept({ children }: { readonly children: ReactNode }) {
  return <p className={css('none')}>{children}</p>;
}
