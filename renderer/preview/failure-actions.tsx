import { Button } from '../ui/button.tsx';
import { WaitButton } from '../ui/wait-button.tsx';
import { useViewState } from '../view-state.ts';
import type { FailureWay } from './ai-words.ts';

interface FailureActionsProps {
  readonly way: FailureWay;
  readonly onRetry: () => void;
}

/** The next step after the AI failed: the settings, and a new attempt as soon as one makes sense. */
export function FailureActions({ way, onRetry }: FailureActionsProps) {
  const openDialog = useViewState((state) => state.openDialog);
  return (
    <>
      {way.settings && (
        <Button size="sm" onClick={() => openDialog('settings')}>
          Open settings
        </Button>
      )}
      <WaitButton size="sm" label="Try again" from={way.retryAt} onClick={onRetry} />
    </>
  );
}
