import type { OutboxItem } from '../../shared/domain/posting.ts';
import { AppError } from '../../shared/errors.ts';
import { classesOf } from '../ui/class-names.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { describeError } from '../ui/errors.ts';
import { fullTime } from '../ui/time.ts';
import styles from './open-posting.module.css';
import { usePostingRun } from './posting-runs.ts';
import { readStatusNotVerified, STATUS_FAILURE_WORDS } from './status-failure.ts';

const css = classesOf(styles);

/** What stopped an open posting, in full; and a newer failure of the last try, where it was another. */
export function PostingProblem({ item }: { readonly item: OutboxItem }) {
  const run = usePostingRun(item.session_id);
  const fresh =
    run?.phase === 'failed' && !isTold(run.error, item) ? describeError(run.error) : null;
  return (
    <>
      <Story item={item} />
      {fresh !== null && (
        <div className={css('fresh')}>
          <ErrorNotice error={fresh} />
        </div>
      )}
    </>
  );
}

function isTold(error: unknown, { problem }: OutboxItem): boolean {
  return error instanceof AppError && error.message === problem?.message;
}

function Story({ item }: { readonly item: OutboxItem }) {
  const { problem, stage, ticket_ref } = item;
  const status = readStatusNotVerified(problem?.details);
  if (status !== null) {
    const { wanted, actual, how, note_id, reason } = status;
    return (
      <>
        <dl className={css('facts')}>
          <div>
            <dt>Wanted status</dt>
            <dd>{wanted}</dd>
          </div>
          <div>
            <dt>Status now</dt>
            <dd className={css('actual')}>{actual ?? 'Not known: the ticket could not be read'}</dd>
          </div>
          <div>
            <dt>Note</dt>
            <dd>
              Posted, as note {note_id} on {ticket_ref}. It is not sent again.
            </dd>
          </div>
        </dl>
        <p>
          {STATUS_FAILURE_WORDS[how]}
          {reason !== null && <> It says: “{reason}”</>} The session stays active until you decide.
        </p>
      </>
    );
  }
  if (problem !== null) return <p>{problem.message}</p>;
  if (stage === 'queued') {
    return (
      <p>
        Queued {fullTime(item.created_at)}. It goes to {ticket_ref}, word for word as below, when
        ConnectWise can be reached. The ticket is read again before; if it has changed, you are
        asked.
      </p>
    );
  }
  return <p>Go on from here, or look at {ticket_ref} first. The note is kept.</p>;
}
