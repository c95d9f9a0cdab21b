import { RotateCcw } from 'lucide-react';
import type { Message } from '../../shared/domain/message.ts';
import { useCall } from '../bridge/queries.ts';
import { wayAfterFailure } from '../preview/ai-words.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { toastError } from '../ui/toast.tsx';
import { WaitButton } from '../ui/wait-button.tsx';
import { useViewState } from '../view-state.ts';
import styles from './answer-foot.module.css';
import { endedWords } from './writing-words.ts';

const css = classesOf(styles);

interface AnswerFootProps {
  readonly message: Message;
  /** Only the last answer of an active session can be written anew. */
  readonly canRetry: boolean;
}

/** Under a finished answer: what of it could not be used, and why it ended early. */
export function AnswerFoot({ message, canRetry }: AnswerFootProps) {
  const words = endedWords(message);
  if (words === null && message.notices.length === 0) return null;
  return (
    <div className={css('foot')}>
      {message.notices.map((notice, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: notices have no identity but their place
        <p key={index} className={css('notice')}>
          {notice}
        </p>
      ))}
      {words !== null && (
        <div className={css('line', message.state === 'failed' && 'failed')}>
          <span className={css('words')}>{words}</span>
          {canRetry && <WaysOn message={message} />}
        </div>
      )}
    </div>
  );
}

function WaysOn({ message: { id, failure } }: { readonly message: Message }) {
  const retry = useCall('copilot.retry', { onError: (error) => toastError(error) });
  const way =
    failure && wayAfterFailure({ code: failure.code, retry_at: failure.retry_at ?? null });
  return (
    <>
      {way?.settings && (
        <Button
          size="sm"
          variant="ghost"
          onClick={() => useViewState.getState().openDialog('settings')}
        >
          Settings
        </Button>
      )}
      <WaitButton
        size="sm"
        icon={RotateCcw}
        label="Retry"
        from={way?.retryAt ?? null}
        busy={retry.isPending}
        onClick={() => retry.mutate({ message_id: id })}
      />
    </>
  );
}
