import { Download, ExternalLink, RotateCw } from 'lucide-react';
import type { UpdateStatus } from '../../shared/domain/update.ts';
import { useCall } from '../bridge/queries.ts';
import { Button } from '../ui/button.tsx';
import { toastError } from '../ui/toast.tsx';
import { RestartButton } from './restart-button.tsx';
import { sizeWords } from './update-words.ts';

interface UpdateActionsProps {
  readonly status: UpdateStatus;
  /** Where there is little room: without icons and sizes. */
  readonly brief?: boolean;
}

/** The next step with a newer version: fetch it, stop that, or restart into it. */
export function UpdateActions({ status, brief = false }: UpdateActionsProps) {
  const onError = (error: unknown) => toastError(error);
  const download = useCall('updates.download', { onError });
  const cancel = useCall('updates.cancel', { onError });
  const open = useCall('app.openLink', { onError });
  const { phase, by_hand } = status;
  if (phase.kind === 'available' && by_hand !== null) {
    const { link } = by_hand;
    if (link === null) return null;
    return (
      <Button
        size="sm"
        {...(brief ? {} : { icon: ExternalLink })}
        onClick={() => open.mutate({ url: link })}
      >
        Download page
      </Button>
    );
  }
  if (phase.kind === 'available') {
    const whole = `Download (${sizeWords(phase.offer.size)})`;
    return (
      <Button
        size="sm"
        {...(brief ? { 'aria-label': whole, title: whole } : { icon: Download })}
        onClick={() => download.mutate({})}
      >
        {brief ? 'Download' : whole}
      </Button>
    );
  }
  if (phase.kind === 'downloading') {
    return (
      <Button size="sm" onClick={() => cancel.mutate({})}>
        Cancel download
      </Button>
    );
  }
  if (phase.kind === 'ready' || phase.kind === 'installing') {
    return (
      <RestartButton busy={phase.kind === 'installing'} {...(brief ? {} : { icon: RotateCw })} />
    );
  }
  return null;
}
