import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { SettingsStatus } from '../../shared/domain/settings.ts';
import { classesOf } from '../ui/class-names.ts';
import styles from './settings-dialog.module.css';

const css = classesOf(styles);

/** What is off with the settings as a whole: the file that was damaged, the policy, a disk that refuses. */
export function SettingsNotices({ status }: { readonly status: SettingsStatus }) {
  const { set_aside, lasting, policy_file, policy_problems } = status;
  return (
    <>
      {set_aside !== null && (
        <Notice label="Settings file">
          <p>Your settings could not be read, so the app started with the defaults.</p>
          <p>
            The damaged file is kept as <span className={css('path')}>{set_aside}</span>
          </p>
        </Notice>
      )}
      {!lasting && (
        <Notice label="Settings not written">
          <p>
            The settings cannot be written to this computer at the moment. What you change here
            lasts until the app closes.
          </p>
        </Notice>
      )}
      {policy_problems.length > 0 && (
        <Notice label="Policy file">
          <p>
            Not all of the policy file is in force. Tell your administrator.{' '}
            <span className={css('path')}>{policy_file}</span>
          </p>
          <ul>
            {policy_problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

function Notice({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <section aria-label={label} className={css('notice')}>
      <CircleAlert size={15} aria-hidden className={css('noticeIcon')} />
      <div>{children}</div>
    </section>
  );
}
