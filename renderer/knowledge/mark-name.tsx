import { NAME_KINDS, type NameKind } from '../../shared/domain/known-name.ts';
import { useCall } from '../bridge/queries.ts';
import { Button } from '../ui/button.tsx';
import { toast, toastError } from '../ui/toast.tsx';
import { NAME_KIND_WORDS } from '../ui/words.ts';

/** Longer selections are sentences. */
const LONGEST = 60;

/** Whether a selection can be a name: one line of a few words. */
export function canBeName(selected: string): boolean {
  return selected !== '' && selected.length <= LONGEST && !/\n/.test(selected);
}

interface MarkNameProps {
  readonly sessionId: number;
  /** The selected words. */
  readonly selected: string;
  readonly onMarked?: () => void;
}

/** Marks what is selected as a host or an account of the session. */
export function MarkName({ sessionId, selected, onMarked }: MarkNameProps) {
  const remove = useCall('names.remove', { onError: (error) => toastError(error) });
  const mark = useCall('names.set', {
    onSuccess: (_, { name, kind }) => {
      onMarked?.();
      toast({
        title: `${NAME_KIND_WORDS[kind]} marked. It stays internal.`,
        detail: name,
        action: {
          label: 'Undo',
          onPress: () => remove.mutate({ session_id: sessionId, name }),
        },
      });
    },
    onError: (error) => toastError(error),
  });
  const press = (kind: NameKind) => mark.mutate({ session_id: sessionId, name: selected, kind });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame that this row has no use for
    <span
      role="group"
      aria-label="Mark as a name"
      style={{ display: 'inline-flex', alignItems: 'center', gap: 2, marginInlineStart: 6 }}
      // A press here must not take the selection away that it is about.
      onMouseDown={(event) => event.preventDefault()}
    >
      Mark as a name:
      {NAME_KINDS.map((kind) => (
        <Button
          key={kind}
          size="sm"
          variant="ghost"
          busy={mark.isPending}
          onClick={() => press(kind)}
        >
          {NAME_KIND_WORDS[kind]}
        </Button>
      ))}
    </span>
  );
}
