import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { BackupInfo } from '../../shared/domain/store-status.ts';
import { invoke } from '../bridge/client.ts';
import { queryClient, useCall } from '../bridge/queries.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { fullTime } from '../ui/time.ts';
import { toast, toastError } from '../ui/toast.tsx';
import { counted } from '../ui/words.ts';
import { useViewState } from '../view-state.ts';
import { BackupList } from './backup-list.tsx';
import { Findable } from './findable.tsx';
import styles from './settings-dialog.module.css';
import { SettingsRow } from './settings-section.tsx';

const css = classesOf(styles);

const BACKUPS = ['backups'];

/** Backing up now, and going back to an earlier day. */
export function BackupSettings() {
  const make = useCall('data.backUp', {
    onSuccess: ({ sessions }) => {
      toast({ title: `Backed up: ${counted(sessions, 'session')}.`, tone: 'ok' });
      void queryClient.invalidateQueries({ queryKey: BACKUPS });
    },
    onError: (error) => toastError(error),
  });
  return (
    <>
      <SettingsRow
        title="Backup"
        text="Made by itself when the app closes, once an hour at most. The newest five are kept."
        words="back up copy save now"
      >
        <Button size="sm" busy={make.isPending} onClick={() => make.mutate({})}>
          Back up now
        </Button>
      </SettingsRow>
      <Findable title="Go back to a backup" words="restore recover undo earlier">
        <div className={css('fold')}>
          <Disclosure label="Go back to a backup">
            <Backups />
          </Disclosure>
        </div>
      </Findable>
    </>
  );
}

/** Asked for when it is opened: each backup is read whole. */
function Backups() {
  const backups = useQuery({
    queryKey: BACKUPS,
    queryFn: () => invoke('data.backups', {}),
    staleTime: 0,
  });
  const [chosen, setChosen] = useState<BackupInfo>();
  const restore = useCall('data.restore', {
    onSettled: () => setChosen(undefined),
    onSuccess: (now) => {
      queryClient.removeQueries({ queryKey: ['session'] });
      if (now.state !== 'ready') return;
      useViewState.getState().openDialog(null);
      toast({ title: 'The backup is in use now.', detail: 'What was there before is kept.' });
    },
  });
  if (backups.error) return <ErrorNotice error={backups.error} />;
  if (backups.data === undefined)
    return <p className={css('text')}>Looking through the backups…</p>;
  return (
    <>
      {restore.error && <ErrorNotice error={restore.error} />}
      <BackupList headed backups={backups.data} busy={restore.isPending} onRestore={setChosen} />
      <ConfirmDialog
        open={chosen !== undefined}
        onOpenChange={(open) => setChosen((now) => (open ? now : undefined))}
        title={chosen === undefined ? '' : `Go back to ${fullTime(chosen.created_at)}?`}
        confirmLabel="Go back"
        busy={restore.isPending}
        onConfirm={() => {
          if (chosen === undefined) return;
          // What stands in an open note is saved before the file changes.
          useViewState.getState().openSession(null);
          restore.mutate({ file: chosen.file });
        }}
      >
        You go on with the {counted(chosen?.sessions ?? 0, 'session')} of that day. The file in use
        now is moved to the folder “replaced” beside it and kept.
      </ConfirmDialog>
    </>
  );
}
