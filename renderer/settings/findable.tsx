import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import type { SettingName } from '../../shared/domain/settings.ts';
import { classesOf, joinClasses } from '../ui/class-names.ts';
import styles from './settings-dialog.module.css';
import { useIsFound, useIsManaged } from './settings-screen.ts';

const css = classesOf(styles);

const NOTHING: readonly SettingName[] = [];

interface FindableProps {
  readonly title: string;
  /** What else one may look for it by. */
  readonly words?: string | undefined;
  /** The settings that its controls change. */
  readonly settings?: readonly SettingName[] | undefined;
  readonly className?: string;
  readonly children: ReactNode;
}

/** One setting, as the search finds it and as the administrator's policy fixes it. */
export function Findable({
  title,
  words = '',
  settings = NOTHING,
  className,
  children,
}: FindableProps) {
  const found = useIsFound(`${title} ${words}`);
  const managed = useIsManaged(settings);
  return (
    <div
      data-found={found ? title : undefined}
      className={joinClasses(css('findable', found && 'found'), className)}
    >
      {managed ? (
        <fieldset disabled aria-label={`${title}: managed by your administrator`}>
          {children}
          <p className={css('managed')}>
            <Lock size={12} aria-hidden className={css('lock')} />
            Managed by your administrator
          </p>
        </fieldset>
      ) : (
        children
      )}
    </div>
  );
}
