import { CircleCheck } from 'lucide-react';
import type { OutboxItem } from '../../shared/domain/posting.ts';
import { useOutbox } from '../bridge/psa-queries.ts';
import { useCall } from '../bridge/queries.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { Dialog } from '../ui/dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { toastError } from '../ui/toast.tsx';
import { useViewState } from '../view-state.ts';
import styles from './outbox-dialog.module.css';
import { OutboxEntry } from './outbox-entry.tsx';

const css = classesOf(styles);

/** Every note that is not posted yet, or not for certain, with what can be done about it. */
export function OutboxDialog() {
  const { dialog, openDialog } = useViewState();
  return (
    <Dialog
      open={dialog === 'outbox'}
      onOpenChange={(open) => openDialog(open ? 'outbox' : null)}
      title="Notes on their way"
      description="Nothing here is lost when the app closes."
      size="lg"
    >
      <Outbox />
    </Dialog>
  );
}

function Outbox() {
  const outbox = useOutbox();
  const send = useCall('outbox.send', { onError: (error) => toastError(error) });
  if (outbox.error) {
    return (
      <ErrorNotice
        error={outbox.error}
        action={{ label: 'Try again', onPress: () => void outbox.refetch() }}
      />
    );
  }
  const items = outbox.data ?? [];
  if (items.length === 0) {
    return (
      <EmptyState size="inline" icon={CircleCheck} title="Nothing waits">
        Notes that wait for the network, or for your word, stand here.
      </EmptyState>
    );
  }
  const queued = items.filter(isQueued).length;
  return (
    <>
      <ul className={css('entries')} aria-label="Notes on their way">
        {items.map((item) => (
          <li key={item.session_id} className={css('item')}>
            <OutboxEntry item={item} />
          </li>
        ))}
      </ul>
      {queued > 1 && (
        <div className={css('foot')}>
          <Button busy={send.isPending} onClick={() => send.mutate({})}>
            Send all that wait now
          </Button>
        </div>
      )}
    </>
  );
}

function isQueued({ stage, running }: OutboxItem): boolean {
  return stage === 'queued' && !running;
}
