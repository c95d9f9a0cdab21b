import { ArrowRight, Eye, Lock, RefreshCw, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { referenceLine } from '../../shared/domain/note-reference.ts';
import type { PostingPlan } from '../../shared/domain/posting.ts';
import { whoseWords } from '../tickets/ticket-words.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { clockTime } from '../ui/time.ts';
import { WaitButton } from '../ui/wait-button.tsx';
import { useViewState } from '../view-state.ts';
import { viewWords } from './consequence.ts';
import { postingWayAfter } from './failure-ways.ts';
import styles from './posting-target.module.css';

const css = classesOf(styles);

interface PostingTargetProps {
  readonly plan: PostingPlan | undefined;
  /** The plan itself could not be had. */
  readonly error: string | null;
  readonly busy: boolean;
  readonly onRead: () => void;
  /** Keeps the note until the network is back; null where it cannot be asked for now. */
  readonly onQueue: (() => void) | null;
}

/**
 * Where the note will go: the line that is added to it, the ticket and whose it is, who will read the
 * note, what the status becomes, and whatever speaks against it.
 */
export function PostingTarget({ plan, error, busy, onRead, onQueue }: PostingTargetProps) {
  if (plan === undefined) {
    return error === null ? null : (
      <Trouble words={error} failure={null} busy={busy} onRead={onRead} onQueue={null} />
    );
  }
  if (plan.local_because !== null) return null;
  const { ticket, reference, problem, refusal, warnings } = plan;
  return (
    <>
      {reference !== null && (
        <p className={css('reference')}>
          <code>{referenceLine(reference)}</code> is added as the last line.
        </p>
      )}
      {ticket !== null && <Target plan={plan} ticket={ticket} busy={busy} onRead={onRead} />}
      {refusal !== null && (
        <Warning loud>
          This note cannot go to {plan.ticket_ref}: {refusal}
        </Warning>
      )}
      {warnings.map((words) => (
        <Warning key={words}>{words}</Warning>
      ))}
      {problem !== null && (
        <Trouble
          words={problem.message}
          failure={problem}
          busy={busy}
          onRead={onRead}
          onQueue={onQueue}
        />
      )}
    </>
  );
}

interface TargetProps extends Pick<PostingTargetProps, 'busy' | 'onRead'> {
  readonly plan: PostingPlan;
  readonly ticket: NonNullable<PostingPlan['ticket']>;
}

function Target({ plan, ticket, busy, onRead }: TargetProps) {
  const { audience, target_status, ticket_ref } = plan;
  const Icon = audience === 'customer' ? Eye : Lock;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls
    <div role="group" aria-label="Where this note goes" className={css('target', audience)}>
      <Icon size={15} aria-hidden className={css('icon')} />
      <div className={css('lines')}>
        <p className={css('line')} title={ticket.summary}>
          <strong>{ticket_ref}</strong> {ticket.summary}
        </p>
        <p className={css('line', 'quiet')} title={whoseWords(ticket)}>
          {whoseWords(ticket)} · {ticket.board.name}
        </p>
        <p className={css('line', 'audience')}>{viewWords(plan)}</p>
        {plan.status_transition_skipped_reason !== null && (
          <p className={css('quiet', 'whole')}>{plan.status_transition_skipped_reason}</p>
        )}
      </div>
      <div className={css('status')}>
        <p className={css('change')}>
          {ticket.status.name}
          {target_status === null || target_status.id === ticket.status.id ? (
            <span className={css('quiet')}> stays</span>
          ) : (
            <>
              <ArrowRight size={13} aria-label="becomes" className={css('arrow')} />
              <strong>{target_status.name}</strong>
            </>
          )}
        </p>
        {target_status?.closed && <p className={css('line', 'quiet')}>closes the ticket</p>}
        <p className={css('line', 'quiet', 'read')}>
          read {clockTime(ticket.read_at)}
          <IconButton
            icon={RefreshCw}
            size="sm"
            label="Read the ticket again"
            aria-disabled={busy || undefined}
            onClick={busy ? undefined : onRead}
          />
        </p>
      </div>
    </div>
  );
}

function Warning({
  loud = false,
  children,
}: {
  readonly loud?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div role={loud ? 'alert' : 'note'} className={css('warning', loud && 'loud')}>
      <TriangleAlert size={14} aria-hidden className={css('icon')} />
      <p>{children}</p>
    </div>
  );
}

interface TroubleProps extends Pick<PostingTargetProps, 'busy' | 'onRead' | 'onQueue'> {
  readonly words: string;
  readonly failure: PostingPlan['problem'];
}

/** The ticket could not be read: what can be done about it. */
function Trouble({ words, failure, busy, onRead, onQueue }: TroubleProps) {
  const openSettings = useViewState((state) => state.openConnectWiseSettings);
  const way = postingWayAfter(failure);
  return (
    <div role="alert" className={css('warning')}>
      <TriangleAlert size={14} aria-hidden className={css('icon')} />
      <p>{words}</p>
      <div className={css('buttons')}>
        {way.settings && (
          <Button size="sm" onClick={openSettings}>
            Open settings
          </Button>
        )}
        {way.queue && onQueue !== null && (
          <Button size="sm" onClick={onQueue}>
            Queue it
          </Button>
        )}
        <WaitButton size="sm" label="Try again" from={way.retryAt} busy={busy} onClick={onRead} />
      </div>
    </div>
  );
}
