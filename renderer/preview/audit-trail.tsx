import { Download } from 'lucide-react';
import type { SessionSnapshot } from '../../shared/domain/snapshot.ts';
import type { AuditEntry } from '../../shared/domain/write-back.ts';
import { invoke } from '../bridge/client.ts';
import { useAuditTrail } from '../bridge/queries.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { fullTime } from '../ui/time.ts';
import { toast, toastError } from '../ui/toast.tsx';
import styles from './audit-trail.module.css';
import { stepWords, trailText } from './trail-text.ts';

const css = classesOf(styles);

/** Every step in the life of a session's notes, oldest first. */
export function AuditTrail({ snapshot }: { readonly snapshot: SessionSnapshot }) {
  const trail = useAuditTrail(snapshot.session.id);
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
    <>
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
      {trail.data && (
        <div className={css('export')}>
          <Button size="sm" icon={Download} onClick={() => exportTrail(snapshot, trail.data)}>
            Export the history
          </Button>
        </div>
      )}
    </>
  );
}

function exportTrail(snapshot: SessionSnapshot, entries: readonly AuditEntry[]): void {
  const text = trailText(snapshot, entries);
  invoke('app.exportFile', {
    suggested_name: `${snapshot.session.title.slice(0, 80)} - history.md`,
    text,
  }).then(({ file }) => {
    if (file !== null) toast({ title: 'Exported.', detail: file, tone: 'ok' });
  }, toastError);
}
