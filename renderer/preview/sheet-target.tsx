import { Unplug } from 'lucide-react';
import { PostingFailure } from '../posting/posting-failure.tsx';
import { PostingTarget } from '../posting/posting-target.tsx';
import { classesOf } from '../ui/class-names.ts';
import sheet from './note-sheet.module.css';
import { untouchedTicketHint } from './posting-words.ts';
import strips from './strips.module.css';
import type { PostingTargetState } from './use-posting-target.ts';

const css = classesOf(sheet);
const strip = classesOf(strips);

interface SheetTargetProps {
  readonly target: PostingTargetState;
  readonly ticketRef: string | null;
  /** Why the last try came to nothing; null where there was none. */
  readonly failure: unknown;
  readonly onConfirm: () => void;
  readonly onQueue: () => void;
  readonly onKeep: () => void;
}

/** Under the text: why it was not posted, if it was tried, and where it goes. */
export function SheetTarget(props: SheetTargetProps) {
  const { target, ticketRef, failure, onConfirm, onQueue, onKeep } = props;
  const isLocal = target.plan?.local_because === 'not_connected';
  const hint = isLocal ? untouchedTicketHint(ticketRef) : null;
  return (
    <>
      {failure !== null && (
        <div className={css('notices')}>
          <PostingFailure error={failure} onRetry={onConfirm} onQueue={onQueue} onKeep={onKeep} />
        </div>
      )}
      <PostingTarget
        plan={target.plan}
        error={target.error}
        busy={target.busy}
        onRead={target.read}
        // A failure says it already, with the same buttons.
        onQueue={failure === null ? onQueue : null}
      />
      {hint !== null && (
        <div className={strip('strip', 'ticket')}>
          <Unplug size={14} aria-hidden className={strip('icon')} />
          <span className={strip('words')}>{hint}</span>
        </div>
      )}
    </>
  );
}
