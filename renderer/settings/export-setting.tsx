import { useEffect, useRef, useState } from 'react';
import type { EventPayload } from '../../shared/contract/index.ts';
import { AppError } from '../../shared/errors.ts';
import { invoke, onEvent } from '../bridge/client.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { counted } from '../ui/words.ts';
import styles from './settings-dialog.module.css';
import { SettingsRow } from './settings-section.tsx';

const css = classesOf(styles);

type Outcome =
  | { readonly state: 'none' | 'running' }
  | { readonly state: 'done'; readonly sessions: number; readonly folder: string }
  | { readonly state: 'failed'; readonly error: unknown };

/** Everything as plain files, in a folder that the person chooses. */
export function ExportSetting() {
  const [outcome, setOutcome] = useState<Outcome>({ state: 'none' });
  const [progress, setProgress] = useState<EventPayload<'data.exported'>>();
  const stop = useRef<AbortController>(undefined);
  useEffect(() => onEvent('data.exported', setProgress), []);
  const running = outcome.state === 'running';

  async function start() {
    stop.current = new AbortController();
    setProgress(undefined);
    setOutcome({ state: 'running' });
    try {
      const made = await invoke('data.export', {}, { signal: stop.current.signal });
      setOutcome(made === null ? { state: 'none' } : { state: 'done', ...made });
    } catch (error) {
      const cancelled = error instanceof AppError && error.code === 'CANCELLED';
      setOutcome(cancelled ? { state: 'none' } : { state: 'failed', error });
    }
  }

  return (
    <>
      <SettingsRow
        title="Export everything"
        text="Sessions, facts, fixes, scripts, messages, notes and their history as plain files. Keys and passwords are not among them."
        words="download save json markdown move archive"
      >
        {running ? (
          <Button size="sm" onClick={() => stop.current?.abort()}>
            Stop
          </Button>
        ) : (
          <Button size="sm" onClick={() => void start()}>
            Export…
          </Button>
        )}
      </SettingsRow>
      <p role="status" className={css('outcome')}>
        {running && progress && `${progress.done} of ${counted(progress.total, 'session')}`}
        {outcome.state === 'done' && (
          <>
            Exported {counted(outcome.sessions, 'session')} to{' '}
            <span className={css('path')}>{outcome.folder}</span>
          </>
        )}
      </p>
      {outcome.state === 'failed' && <ErrorNotice error={outcome.error} />}
    </>
  );
}
