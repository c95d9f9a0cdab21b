import type { ReactNode } from 'react';
import { classesOf } from './class-names.ts';
import styles from './visually-hidden.module.css';

const css = classesOf(styles);

/** Words for screen readers only. */
export function VisuallyHidden({ children }: { readonly children: ReactNode }) {
  return <span className={css('hidden')}>{children}</span>;
}
