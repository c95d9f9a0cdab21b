import type { ReactNode } from 'react';
import type { SettingName } from '../../shared/domain/settings.ts';
import { classesOf } from '../ui/class-names.ts';
import { Findable } from './findable.tsx';
import styles from './settings-dialog.module.css';

const css = classesOf(styles);

/** A group of settings under one heading, by which the list of sections leads to it. */
export function SettingsSection({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <section className={css('section')} aria-label={title} data-section={title}>
      <h3 tabIndex={-1}>{title}</h3>
      <div className={css('box')}>{children}</div>
    </section>
  );
}

interface SettingsRowProps {
  readonly title: string;
  readonly text?: ReactNode;
  /** What else one may look for it by, beside the title and a text in plain words. */
  readonly words?: string;
  /** The settings that its control changes. */
  readonly settings?: readonly SettingName[];
  /** The control, or a word of state. */
  readonly children?: ReactNode;
}

/** One setting: what it is, a line about it, its control. */
export function SettingsRow({ title, text, words = '', settings, children }: SettingsRowProps) {
  const told = typeof text === 'string' ? text : '';
  return (
    <Findable title={title} words={`${words} ${told}`} settings={settings}>
      <div className={css('row')}>
        <div className={css('words')}>
          <p className={css('name')}>{title}</p>
          {text && <p className={css('text')}>{text}</p>}
        </div>
        {children}
      </div>
    </Findable>
  );
}
