import { Archive, Copy, FolderOpen, ScrollText } from 'lucide-react';
import type { CallOutput } from '../../shared/contract/index.ts';
import { invoke } from '../bridge/client.ts';
import { useCall } from '../bridge/queries.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { toast, toastError } from '../ui/toast.tsx';
import { BackupSettings } from './backup-settings.tsx';
import { DeleteSetting } from './delete-setting.tsx';
import { ExportSetting } from './export-setting.tsx';
import styles from './settings-dialog.module.css';
import { SettingsRow, SettingsSection } from './settings-section.tsx';

const css = classesOf(styles);

/** Where the app keeps what it keeps, and what can be done with all of it. */
export function DataSettings({ info }: { readonly info: CallOutput<'app.info'> }) {
  const open = useCall('app.openHome', { onError: (error) => toastError(error) });
  const copy = () =>
    invoke('app.copyText', { text: info.home }).then(
      () => toast({ title: 'Path copied.' }),
      (error: unknown) => toastError(error),
    );
  return (
    <SettingsSection title="Data">
      <SettingsRow
        title="Folder"
        text={
          <>
            <span className={css('path')}>{info.home}</span>
            {info.demo && ' This is the demo: the folder goes when the app closes.'}
          </>
        }
        words={`where database files path logs backups ${info.home}`}
      >
        <IconButton icon={Copy} label="Copy path" size="sm" onClick={() => void copy()} />
      </SettingsRow>
      <div className={css('row', 'folders')}>
        <Button size="sm" icon={FolderOpen} onClick={() => open.mutate({ folder: 'home' })}>
          Open data folder
        </Button>
        <Button size="sm" icon={Archive} onClick={() => open.mutate({ folder: 'backups' })}>
          Open backups
        </Button>
        <Button size="sm" icon={ScrollText} onClick={() => open.mutate({ folder: 'logs' })}>
          Open logs
        </Button>
      </div>
      <BackupSettings />
      <ExportSetting />
      <DeleteSetting />
    </SettingsSection>
  );
}
