import { CloudUpload, TriangleAlert } from 'lucide-react';
import { useOutbox } from '../bridge/psa-queries.ts';
import { useOnceReady } from '../sessions/window-hooks.ts';
import { classesOf } from '../ui/class-names.ts';
import { useViewState } from '../view-state.ts';
import { openPostingWords, outboxWords } from './open-posting-words.ts';
import styles from './outbox-counter.module.css';

const css = classesOf(styles);

/** How many notes are on their way; nothing while none is. Asked after the start only. */
export function OutboxCounter() {
  const outbox = useOutbox({ enabled: useOnceReady() });
  // A note that is being posted at this moment does not wait; most never do.
  const items = outbox.data?.filter(({ running }) => !running) ?? [];
  const openDialog = useViewState((state) => state.openDialog);
  const words = outboxWords(items);
  const urgent = items.some((item) => openPostingWords(item).urgency === 'needs_word');
  const Icon = urgent ? TriangleAlert : CloudUpload;
  return (
    <div role="status">
      {words !== null && (
        <button
          type="button"
          className={css('counter', urgent && 'urgent')}
          onClick={() => openDialog('outbox')}
        >
          <Icon size={14} aria-hidden />
          {words}
        </button>
      )}
    </div>
  );
}
