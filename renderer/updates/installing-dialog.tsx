import { Dialog } from '../ui/dialog.tsx';
import { useUpdateStatus } from './update-queries.ts';
import { updateWords } from './update-words.ts';

/** Keeps hands off while the window's work is saved and the app is about to start anew. */
export function InstallingDialog() {
  const status = useUpdateStatus({ enabled: false }).data;
  if (status?.phase.kind !== 'installing') return null;
  return (
    <Dialog open closable={false} onOpenChange={() => {}} title={updateWords(status)} size="sm">
      <p>What you wrote is being saved. Then the app closes and starts again as the new version.</p>
    </Dialog>
  );
}
