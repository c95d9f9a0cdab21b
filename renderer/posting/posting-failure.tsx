import { AppError } from '../../shared/errors.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { WaitButton } from '../ui/wait-button.tsx';
import { useViewState } from '../view-state.ts';
import { postingWayAfter } from './failure-ways.ts';

interface PostingFailureProps {
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly onQueue: () => void;
  /** Leaves it for now: the note stays a draft. */
  readonly onKeep: () => void;
}

/** Why nothing was posted, and what can be done: the note is still a draft. */
export function PostingFailure({ error, onRetry, onQueue, onKeep }: PostingFailureProps) {
  const openSettings = useViewState((state) => state.openConnectWiseSettings);
  const way = postingWayAfter(error);
  const isKept = error instanceof AppError && /\bkept\b/.test(error.message);
  return (
    <ErrorNotice
      error={error}
      actions={
        <>
          {way.queue && (
            <Button size="sm" variant="ghost" onClick={onKeep}>
              Keep the draft
            </Button>
          )}
          {way.settings && (
            <Button size="sm" onClick={openSettings}>
              Open settings
            </Button>
          )}
          {way.queue && (
            <Button size="sm" onClick={onQueue}>
              Queue it
            </Button>
          )}
          <WaitButton size="sm" label="Try again" from={way.retryAt} onClick={onRetry} />
        </>
      }
    >
      {!isKept && ' The note is still here, word for word.'}
    </ErrorNotice>
  );
}
