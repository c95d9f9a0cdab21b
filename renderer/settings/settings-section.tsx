import type { ReactNode } from 'react';
import { classesOf } from '../ui/class-names.ts';
import styles from './settings-dialog.module.css';

const css = classesOf(styles);

/** A group of settings under one heading. */
export function SettingsSection({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <section className={css('section')} aria-label={title}>
      <h3>{title}</h3>
      <div className={css('box')}>{children}</div>
    </section>
  );
}

interface SettingsRowProps {
  readonly title: string;
  readonly text?: ReactNode;
  /** The control, or a word of state. */
  readonly children?: ReactNode;
}

/** One setting: what it is, a line about it, its control. */
export function SettingsRow({ title, text, children }: SettingsRowProps) {
  return (
    <div className={css('row')}>
      <div className={css('words')}>
        <p className={css('name')}>{title}</p>
        {text && <p className={css('text')}>{text}</p>}
      </div>
      {children}
    </div>
  );
}
