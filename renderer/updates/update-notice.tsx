import { X } from 'lucide-react';
import { useState } from 'react';
import { useOnceReady } from '../sessions/window-hooks.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { useViewState } from '../view-state.ts';
import { UpdateActions } from './update-actions.tsx';
import styles from './update-notice.module.css';
import { useUpdateStatus } from './update-queries.ts';
import { updateWords } from './update-words.ts';
import { useVersionNews } from './use-version-news.ts';

const css = classesOf(styles);

/** Tells quietly of a newer version, at the foot of the session list; nothing while there is none. */
export function UpdateNotice() {
  const status = useUpdateStatus({ enabled: useOnceReady() }).data;
  const openDialog = useViewState((state) => state.openDialog);
  useVersionNews();
  const [waved, setWaved] = useState<string>();
  if (status === undefined || !('offer' in status.phase)) return <div role="status" />;
  const { phase, problem } = status;
  // Once for each step: a version that is ready is news to whoever did not want to fetch it yet.
  const news = `${phase.offer.version} ${phase.kind}`;
  if (waved === news && problem === null) return <div role="status" />;
  const words = updateWords(status);
  return (
    <section aria-label="Update" data-update-notice className={css('notice')}>
      {/* Percents would be read out one by one. */}
      <VisuallyHidden>
        <span role="status">{phase.kind === 'downloading' ? '' : words}</span>
      </VisuallyHidden>
      <div className={css('head')}>
        <span>{words}</span>
        {phase.kind !== 'installing' && (
          <IconButton icon={X} label="Later" size="sm" onClick={() => setWaved(news)} />
        )}
      </div>
      {phase.kind === 'downloading' && (
        <div
          role="progressbar"
          aria-label="Download of the update"
          aria-valuenow={phase.percent}
          className={css('bar')}
        >
          <span className={css('done')} style={{ width: `${phase.percent}%` }} />
        </div>
      )}
      {problem !== null && (
        <p role="alert" className={css('problem')}>
          {problem.words}
        </p>
      )}
      <div className={css('actions')}>
        <UpdateActions status={status} brief />
        <Button size="sm" variant="ghost" onClick={() => openDialog('whats-new')}>
          What’s new
        </Button>
      </div>
    </section>
  );
}
