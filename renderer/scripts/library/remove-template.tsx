import type { ScriptTemplate } from '../../../shared/domain/script-template.ts';
import { useCall } from '../../bridge/queries.ts';
import { announce } from '../../ui/announcer.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { toastError } from '../../ui/toast.tsx';

interface RemoveTemplateProps {
  /** The template in question; null while there is none. */
  readonly template: ScriptTemplate | null;
  readonly onDone: () => void;
}

/** Asks before a template goes, for nothing brings it back. */
export function RemoveTemplate({ template, onDone }: RemoveTemplateProps) {
  const remove = useCall('templates.remove', {
    onSuccess: () => {
      announce('Template removed.');
      onDone();
    },
    onError: (error) => toastError(error),
  });
  return (
    <ConfirmDialog
      open={template !== null}
      onOpenChange={(open) => open || onDone()}
      title={`Remove “${template?.name ?? ''}”?`}
      confirmLabel="Remove"
      busy={remove.isPending}
      onConfirm={() => template && remove.mutate({ key: template.key })}
    >
      It leaves this library for good. Scripts that were made from it stay in their sessions. Export
      it first if you may want it back.
    </ConfirmDialog>
  );
}
