import { Download, ExternalLink, RotateCw } from 'lucide-react';
import type { UpdateStatus } from '../../shared/domain/update.ts';
import { useCall } from '../bridge/queries.ts';
import { Button } from '../ui/button.tsx';
import { toastError } from '../ui/toast.tsx';
import { sizeWords } from './update-words.ts';

/** The next step with a newer version: fetch it, stop that, or restart into it. */
export function UpdateActions({ status }: { readonly status: UpdateStatus }) {
  const onError = (error: unknown) => toastError(error);
  const download = useCall('updates.download', { onError });
  const cancel = useCall('updates.cancel', { onError });
  const install = useCall('updates.install', { onError });
  const open = useCall('app.openLink', { onError });
  const { phase, by_hand } = status;
  if (phase.kind === 'available' && by_hand !== null) {
    const { link } = by_hand;
    if (link === null) return null;
    return (
      <Button size="sm" icon={ExternalLink} onClick={() => open.mutate({ url: link })}>
        Download page
      </Button>
    );
  }
  if (phase.kind === 'available') {
    return (
      <Button size="sm" icon={Download} onClick={() => download.mutate({})}>
        Download ({sizeWords(phase.offer.size)})
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
      <Button
        size="sm"
        icon={RotateCw}
        busy={phase.kind === 'installing'}
        onClick={() => install.mutate({})}
      >
        Restart to update
      </Button>
    );
  }
  return null;
}
