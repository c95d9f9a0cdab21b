import type { NoteKind } from '../../shared/domain/note.ts';
import { classesOf } from '../ui/class-names.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import styles from './note-preview.module.css';
import { NOTE_TITLES } from './posting-words.ts';

const css = classesOf(styles);

interface PreviewWaitingProps {
  readonly kind: NoteKind;
  readonly error?: unknown;
  readonly onRetry?: () => void;
}

/** The sheet's place while the note is being made, or why it could not be. */
export function PreviewWaiting({ kind, error = null, onRetry }: PreviewWaitingProps) {
  if (error !== null) {
    return (
      <ErrorNotice
        error={error}
        {...(onRetry ? { action: { label: 'Try again', onPress: onRetry } } : {})}
      />
    );
  }
  return (
    <div className={css('waiting', kind)} aria-busy>
      <span className={css('words')}>{NOTE_TITLES[kind]} is being written…</span>
      <span className={css('bar', 'short')} />
      <span className={css('bar')} />
      <span className={css('bar', 'middle')} />
    </div>
  );
}
