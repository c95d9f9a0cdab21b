import { Monitor, Moon, Sun } from 'lucide-react';
import type { Theme } from '../../shared/domain/settings.ts';
import { useAppInfo, useCall, useSettings } from '../bridge/queries.ts';
import { classesOf } from '../ui/class-names.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { SegmentedControl } from '../ui/segmented-control.tsx';
import { toastError } from '../ui/toast.tsx';
import { useViewState } from '../view-state.ts';
import { AiSettings } from './ai-settings.tsx';
import { ConnectWiseSettings } from './connectwise/connectwise-settings.tsx';
import { DataSettings } from './data-settings.tsx';
import { SecretStorage } from './secret-storage.tsx';
import styles from './settings-dialog.module.css';
import { SettingsRow, SettingsSection } from './settings-section.tsx';

const css = classesOf(styles);

const THEME_OPTIONS = [
  { value: 'system', label: 'System', icon: Monitor },
  { value: 'light', label: 'Light', icon: Sun },
  { value: 'dark', label: 'Dark', icon: Moon },
] as const satisfies readonly { value: Theme; label: string; icon: typeof Sun }[];

/** What can be set, where things are kept, and what this installation has and has not. */
export function SettingsDialog() {
  const { dialog, openDialog } = useViewState();
  return (
    <Dialog
      open={dialog === 'settings'}
      onOpenChange={(open) => openDialog(open ? 'settings' : null)}
      title="Settings"
    >
      <SettingsBody />
    </Dialog>
  );
}

function SettingsBody() {
  const info = useAppInfo();
  const settings = useSettings();
  const update = useCall('settings.update', { onError: (error) => toastError(error) });
  return (
    <div className={css('body')}>
      {info.isError && <ErrorNotice error={info.error} />}
      <SettingsSection title="Appearance">
        <SettingsRow title="Theme" text="System follows the setting of your computer.">
          <SegmentedControl
            label="Theme"
            value={settings.data?.theme ?? 'system'}
            options={THEME_OPTIONS}
            onChange={(theme) => update.mutate({ theme })}
          />
        </SettingsRow>
      </SettingsSection>
      {settings.data && <AiSettings settings={settings.data} />}
      {settings.data && <ConnectWiseSettings settings={settings.data} />}
      {info.data && (
        <>
          <SecretStorage />
          <DataSettings info={info.data} />
          <p className={css('version')}>ResolutionFlow {info.data.version}</p>
        </>
      )}
    </div>
  );
}
