import { CloudUpload, ExternalLink, OctagonAlert, TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { referenceLine } from '../../shared/domain/note-reference.ts';
import type { OutboxItem } from '../../shared/domain/posting.ts';
import { useCall } from '../bridge/queries.ts';
import { AudienceChip } from '../preview/audience-chip.tsx';
import { NOTE_TITLES } from '../preview/posting-words.ts';
import { RenderedNote } from '../preview/rendered-note.tsx';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { toastError } from '../ui/toast.tsx';
import styles from './open-posting.module.css';
import { isExposed, mayBeOnTicket, openPostingWords } from './open-posting-words.ts';
import { PostingActions } from './posting-actions-bar.tsx';
import { PostingProblem } from './posting-problem.tsx';
import { usePostingRun } from './posting-runs.ts';
import { StepList } from './step-list.tsx';

const css = classesOf(styles);

/**
 * A note that is on its way: its text, not to be edited any more, where it stands, and every way on.
 * It takes the place of the sheet until the posting is finished or taken back.
 */
export function OpenPosting({ item }: { readonly item: OutboxItem }) {
  const { kind, session_id, ticket_id, ticket_ref, markdown, reference } = item;
  const run = usePostingRun(session_id);
  const running = item.running || run?.phase === 'running';
  const open = useCall('psa.openTicket', { onError: (error) => toastError(error) });
  const region = useFocusKept(running);
  const onTicket = mayBeOnTicket(item);
  return (
    <section
      ref={region}
      tabIndex={-1}
      aria-label="Note preview"
      className={css('region')}
      aria-busy={running || undefined}
    >
      <div className={css('sheet', kind)}>
        <header className={css('header', kind)}>
          <h2 className={css('title')}>{NOTE_TITLES[kind]}</h2>
          <AudienceChip kind={kind} exposed={kind === 'escalate' && isExposed(item.problem)} />
          <span className={css('ticket')}>
            {onTicket && item.note_id !== null
              ? `Note ${item.note_id} on ${ticket_ref}`
              : `For ${ticket_ref}`}
          </span>
          <Button
            size="sm"
            variant="ghost"
            icon={ExternalLink}
            onClick={() => open.mutate({ ticket_id })}
          >
            Open in browser
          </Button>
        </header>
        {running ? <StepList sessionId={session_id} /> : <Standing item={item} />}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
        <section className={css('text')} aria-label="Text of the note" tabIndex={0}>
          <RenderedNote markdown={markdown} />
          <p className={css('reference')}>{referenceLine(reference)}</p>
        </section>
      </div>
    </section>
  );
}

/** What happened, in one loud line and then in full, and what can be done now. */
function Standing({ item }: { readonly item: OutboxItem }) {
  const { title, urgency } = openPostingWords(item);
  const loud = item.stage === 'status_unverified' || item.stage === 'note_posted';
  const Icon = urgency === 'waits' ? CloudUpload : loud ? OctagonAlert : TriangleAlert;
  return (
    <div className={css('standing', urgency, loud && 'loud')}>
      <Icon size={16} aria-hidden className={css('icon')} />
      <div className={css('words')}>
        <p role={urgency === 'waits' ? 'status' : 'alert'} className={css('headline')}>
          {title}
        </p>
        <PostingProblem item={item} />
      </div>
      <PostingActions item={item} />
    </div>
  );
}

/** The button that was pressed goes while its work runs; the focus stays with the note. */
function useFocusKept(running: boolean) {
  const region = useRef<HTMLElement>(null);
  const wasRunning = useRef(running);
  useEffect(() => {
    if (wasRunning.current !== running && document.activeElement === document.body) {
      region.current?.focus();
    }
    wasRunning.current = running;
  }, [running]);
  return region;
}
