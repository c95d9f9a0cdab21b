import { DatabaseBackup, FolderOpen, RotateCw } from 'lucide-react';
import { useState } from 'react';
import type { StoreStatus } from '../../shared/domain/store-status.ts';
import { queryClient, useCall } from '../bridge/queries.ts';
import { useReadyMark } from '../sessions/window-hooks.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { toastError } from '../ui/toast.tsx';
import { useViewState } from '../view-state.ts';
import { BackupList } from './backup-list.tsx';
import styles from './store-problem.module.css';

const css = classesOf(styles);

type Unavailable = Extract<StoreStatus, { state: 'unavailable' }>;

/** What happened, in one line, by kind. The message of the main process says more. */
const TITLES: Readonly<Record<Unavailable['kind'], string>> = {
  damaged: 'The file with your sessions is damaged',
  newer: 'Your sessions were saved by a newer version',
  locked: 'Another program is using the file with your sessions',
  read_only: 'The file with your sessions cannot be written to',
  disk_full: 'The disk is full',
  unreadable: 'The file with your sessions cannot be read',
};

/** In place of the three columns while the session store cannot be used. Nothing is overwritten here. */
export function StoreProblem({ status }: { readonly status: Unavailable }) {
  const [startingEmpty, setStartingEmpty] = useState(false);
  useReadyMark(true);
  const openFolder = useCall('app.openHome', { onError: (error) => toastError(error) });
  const recover = useCall('store.recover', {
    onSettled: () => setStartingEmpty(false),
    // What was on screen may not be in the file that is in use now.
    onSuccess: (now) => {
      if (now.state !== 'ready') return;
      useViewState.getState().openSession(null);
      queryClient.removeQueries({ queryKey: ['session'] });
    },
  });
  // A newer file is whole and belongs to a newer app: going back to a backup would only hide work.
  const canReplace = status.kind === 'damaged' || status.kind === 'unreadable';
  const canRestore = canReplace && status.backups.length > 0;
  const isFileNamed = status.message.includes(status.file);

  return (
    <main className={css('page')}>
      <div className={css('sheet')}>
        <DatabaseBackup size={26} strokeWidth={1.6} aria-hidden className={css('icon')} />
        <h1>{TITLES[status.kind]}</h1>
        <p className={css('message')}>{status.message}</p>
        {!(isFileNamed && status.set_aside === null) && (
          <dl className={css('files')}>
            {!isFileNamed && (
              <>
                <dt>File</dt>
                <dd>{status.file}</dd>
              </>
            )}
            {status.set_aside !== null && (
              <>
                <dt>Set aside as</dt>
                <dd>{status.set_aside}</dd>
              </>
            )}
          </dl>
        )}
        {recover.isError && <ErrorNotice error={recover.error} />}
        <div className={css('actions')}>
          <Button
            variant={canRestore ? 'default' : 'primary'}
            icon={RotateCw}
            busy={recover.isPending}
            onClick={() => recover.mutate({ kind: 'retry' })}
          >
            Try again
          </Button>
          <Button icon={FolderOpen} onClick={() => openFolder.mutate({ folder: 'home' })}>
            Open the folder
          </Button>
        </div>
        {canReplace && (
          <>
            <BackupList
              urgent
              backups={status.backups}
              busy={recover.isPending}
              onRestore={({ file }) => recover.mutate({ kind: 'restore_backup', file })}
            />
            <div className={css('last')}>
              <Button variant="ghost" size="sm" onClick={() => setStartingEmpty(true)}>
                Start with no sessions instead…
              </Button>
            </div>
          </>
        )}
      </div>
      <ConfirmDialog
        open={startingEmpty}
        onOpenChange={setStartingEmpty}
        title="Start with no sessions?"
        confirmLabel="Start empty"
        busy={recover.isPending}
        onConfirm={() => recover.mutate({ kind: 'start_empty' })}
      >
        The session list will be empty. The damaged file is moved aside and kept, and so are all
        backups, so that they can still be rescued.
      </ConfirmDialog>
    </main>
  );
}
