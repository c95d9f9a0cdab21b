import type { BackupInfo } from '../../shared/domain/store-status.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { fullTime } from '../ui/time.ts';
import { counted } from '../ui/words.ts';
import styles from './store-problem.module.css';

const css = classesOf(styles);

interface BackupListProps {
  readonly backups: readonly BackupInfo[];
  readonly busy: boolean;
  /** Where something above it says what it is. */
  readonly headed?: boolean;
  /** The newest one is what to go on with. */
  readonly urgent?: boolean;
  readonly onRestore: (backup: BackupInfo) => void;
}

/** Backups, the newest first, each with what it holds. */
export function BackupList({
  backups,
  busy,
  headed = false,
  urgent = false,
  onRestore,
}: BackupListProps) {
  const newestFirst = backups.toSorted((left, right) => right.created_at - left.created_at);
  return (
    <section aria-label="Backups" className={css('backups', headed && 'unfolded')}>
      {!headed && <h2>Backups</h2>}
      <p className={css('none')}>
        {newestFirst.length === 0
          ? 'There is no backup on this machine.'
          : 'You go on from the day of the backup. What was saved after it stays in the file set aside.'}
      </p>
      <ul>
        {newestFirst.map((backup, index) => (
          <li key={backup.file}>
            <div>
              <p className={css('date')}>{fullTime(backup.created_at)}</p>
              <p className={css('holds')}>
                {counted(backup.sessions, 'session')} · {size(backup.bytes)}
              </p>
            </div>
            <Button
              size="sm"
              variant={urgent && index === 0 ? 'primary' : 'default'}
              busy={busy}
              aria-label={`Restore the backup of ${fullTime(backup.created_at)}`}
              onClick={() => onRestore(backup)}
            >
              Restore
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** `640 KB`, `12.4 MB`. */
function size(bytes: number): string {
  const megabytes = bytes / 1_000_000;
  return megabytes < 1
    ? `${Math.max(1, Math.round(bytes / 1_000))} KB`
    : `${megabytes.toFixed(megabytes < 100 ? 1 : 0)} MB`;
}
