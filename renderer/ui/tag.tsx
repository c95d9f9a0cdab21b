import type { ReactNode } from 'react';
import { classesOf } from './class-names.ts';
import styles from './tag.module.css';

const css = classesOf(styles);

/** A word of the house in mono, such as a source type. */
export function Tag({ children }: { readonly children: ReactNode }) {
  return <span className={css('tag')}>{children}</span>;
}
