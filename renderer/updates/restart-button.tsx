import type { LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { useCall } from '../bridge/queries.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { toastError } from '../ui/toast.tsx';
import { formsWithWords } from '../ui/unsaved-forms.ts';
import styles from './restart-button.module.css';

const css = classesOf(styles);

interface RestartButtonProps {
  readonly busy: boolean;
  readonly icon?: LucideIcon;
}

/**
 * Restarts into the new version. Drafts and messages are kept by themselves; words in a form are not,
 * so it asks before those are lost.
 */
export function RestartButton({ busy, icon }: RestartButtonProps) {
  const [lost, setLost] = useState<readonly string[]>([]);
  const [asking, setAsking] = useState(false);
  const install = useCall('updates.install', { onError: (error) => toastError(error) });
  const press = () => {
    const forms = formsWithWords();
    if (forms.length === 0) return install.mutate({});
    setLost(forms);
    setAsking(true);
  };
  return (
    <>
      <Button size="sm" busy={busy} {...(icon === undefined ? {} : { icon })} onClick={press}>
        Restart to update
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Restart and lose what is not saved?"
        confirmLabel="Restart and lose it"
        cancelLabel="Keep writing"
        onConfirm={() => {
          setAsking(false);
          install.mutate({});
        }}
      >
        <p>These forms hold words that were typed and not saved:</p>
        <ul className={css('forms')}>
          {lost.map((form) => (
            <li key={form}>{form}</li>
          ))}
        </ul>
        <p>Sessions, drafts of notes and unsent messages are kept.</p>
      </ConfirmDialog>
    </>
  );
}
