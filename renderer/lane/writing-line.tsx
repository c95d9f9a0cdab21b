import { Square } from 'lucide-react';
import type { Message } from '../../shared/domain/message.ts';
import { useCall } from '../bridge/queries.ts';
import { useTurn } from '../bridge/use-turn.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { spanWords } from '../ui/time.ts';
import { toastError } from '../ui/toast.tsx';
import { useNow } from '../ui/use-now.ts';
import styles from './answer-foot.module.css';
import { WRITING_WORDS } from './writing-words.ts';

const css = classesOf(styles);

/** Under an answer that is being written: what is being done, for how long, and the way to stop it. */
export function WritingLine({ message }: { readonly message: Message }) {
  const { session_id, id } = message;
  const step = useTurn(session_id, (turn) =>
    turn?.message_id === id && !turn.ended ? turn.step : 'asking',
  );
  const startedAt = useTurn(session_id, (turn) =>
    turn?.message_id === id ? turn.started_at : message.created_at,
  );
  const now = useNow();
  const stop = useCall('copilot.stop', { onError: (error) => toastError(error) });
  return (
    <div className={css('line')}>
      <span className={css('dots')} aria-hidden>
        <i />
        <i />
        <i />
      </span>
      <span className={css('words')}>{WRITING_WORDS[step]}</span>
      <span className={css('time')}>{spanWords(now - startedAt)}</span>
      <Button
        size="sm"
        variant="ghost"
        icon={Square}
        busy={stop.isPending}
        onClick={() => stop.mutate({ session_id })}
      >
        Stop
      </Button>
    </div>
  );
}
