import type { OutboxAction, OutboxItem } from '../../shared/domain/posting.ts';
import { NOTE_TITLES } from '../preview/posting-words.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { describeError } from '../ui/errors.ts';
import { fullTime, shortTime } from '../ui/time.ts';
import { useViewState } from '../view-state.ts';
import { actionWords, openPostingWords } from './open-posting-words.ts';
import styles from './outbox-dialog.module.css';
import { actOnPosting } from './posting-actions.ts';
import { usePostingRun } from './posting-runs.ts';

const css = classesOf(styles);

/** Answers that need no look at the note first; the others are given where it stands in full. */
const SIMPLE: ReadonlySet<OutboxAction> = new Set(['retry', 'send', 'cancel', 'look_again']);

/** One note on its way: whose, where to, where it stands. */
export function OutboxEntry({ item }: { readonly item: OutboxItem }) {
  const { session_id, session_title, kind, ticket_ref, problem, created_at } = item;
  const { openSession, openDialog } = useViewState();
  const run = usePostingRun(session_id);
  const { title, urgency } = openPostingWords(item);
  const running = item.running || run?.phase === 'running';
  const trouble = run?.phase === 'failed' ? describeError(run.error) : problem?.message;
  const show = () => {
    openDialog(null);
    openSession(session_id);
  };
  return (
    <article className={css('entry')} aria-label={session_title} aria-busy={running || undefined}>
      <p className={css('title')} title={session_title}>
        {session_title}
      </p>
      <p className={css('quiet')}>
        {NOTE_TITLES[kind]} for {ticket_ref} ·{' '}
        <time dateTime={new Date(created_at).toISOString()} title={fullTime(created_at)}>
          {shortTime(created_at)}
        </time>
      </p>
      <p className={css('state', urgency)}>{title}</p>
      {trouble !== undefined && !running && <p className={css('quiet')}>{trouble}</p>}
      <div className={css('buttons')}>
        {item.actions
          .filter((action) => SIMPLE.has(action))
          .map((action) => (
            <Button
              key={action}
              size="sm"
              busy={running && run?.name === action}
              onClick={() => void actOnPosting(item, action)}
            >
              {actionWords(action, item)}
            </Button>
          ))}
        <Button size="sm" variant="ghost" onClick={show}>
          Open session
        </Button>
      </div>
    </article>
  );
}
