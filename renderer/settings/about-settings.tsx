import type { CallOutput } from '../../shared/contract/index.ts';
import { classesOf } from '../ui/class-names.ts';
import { SecretStorage } from './secret-storage.tsx';
import styles from './settings-dialog.module.css';
import { SettingsRow, SettingsSection } from './settings-section.tsx';
import { useSettingsStatus } from './settings-status.ts';

const css = classesOf(styles);

/** What this installation is, where it keeps keys, and who manages it. */
export function AboutSettings({ info }: { readonly info: CallOutput<'app.info'> }) {
  const status = useSettingsStatus().data;
  return (
    <SettingsSection title="About">
      <SettingsRow title="Version" text={`ResolutionFlow ${info.version}`} words="about release" />
      <SecretStorage />
      <SettingsRow
        title="Managed by your administrator"
        text={
          status?.policy_file ? (
            <>
              <span className={css('path')}>{status.policy_file}</span>
              {status.managed.length === 0 && ' It presets settings and fixes none.'}
            </>
          ) : (
            'No policy file is in force on this computer.'
          )
        }
        words="policy locked group company deployment"
      />
    </SettingsSection>
  );
}
