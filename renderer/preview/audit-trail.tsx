import { useAuditTrail } from '../bridge/queries.ts';
import { classesOf } from '../ui/class-names.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { fullTime } from '../ui/time.ts';
import styles from './audit-trail.module.css';

const css = classesOf(styles);

/** Every step in the life of a session's notes, oldest first. */
export function AuditTrail({ sessionId }: { readonly sessionId: number }) {
  const trail = useAuditTrail(sessionId);
  if (trail.error) {
    return (
      <div className={css('failed')}>
        <ErrorNotice
          error={trail.error}
          action={{ label: 'Try again', onPress: () => void trail.refetch() }}
        />
      </div>
    );
  }
  if (trail.data?.length === 0) return <p className={css('none')}>No steps were recorded.</p>;
  return (
    <ol className={css('trail')} aria-label="History of the note">
      {trail.data?.map((entry) => (
        <li key={entry.id} className={css('entry')}>
          <span className={css('step')}>{stepWords(entry.step)}</span>
          <span className={css('detail')}>{entry.detail}</span>
          <time className={css('time')} dateTime={new Date(entry.created_at).toISOString()}>
            {fullTime(entry.created_at)}
          </time>
        </li>
      ))}
    </ol>
  );
}

/** A step's name as words: `note_stored` becomes `Note stored`. */
function stepWords(step: string): string {
  const words = step.replace(/[_-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
