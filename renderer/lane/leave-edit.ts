import type { SessionSnapshot } from '../../shared/domain/snapshot.ts';
import { toast } from '../ui/toast.tsx';
import { windowComposers } from './use-composer.ts';

/** Leaves the edit of a message; what was changed in it can be had back. */
export function leaveEdit({ session, messages }: SessionSnapshot): void {
  const composers = windowComposers();
  const { editing } = composers.get(session.id);
  const left = composers.cancelEdit(session.id);
  const was = messages.find(({ id }) => id === editing?.messageId)?.body;
  if (editing === undefined || left === was || left.trim() === '') return;
  toast({
    title: 'Edit discarded.',
    detail: 'Your message is unchanged.',
    action: {
      label: 'Undo',
      onPress: () => composers.edit(session.id, editing.messageId, left),
    },
  });
}
