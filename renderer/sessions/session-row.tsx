import { CloudUpload } from 'lucide-react';
import type { SessionListItem } from '../../shared/domain/session.ts';
import { classesOf } from '../ui/class-names.ts';
import { fullTime, shortTime } from '../ui/time.ts';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import styles from './session-row.module.css';
import { SessionStateMark, sessionStateWords } from './session-state-mark.tsx';

const css = classesOf(styles);

/** Where a note stands that is not posted for certain. */
export interface NoteOnItsWay {
  readonly short: string;
  readonly urgency: 'waits' | 'needs_word';
}

interface SessionRowProps {
  readonly session: SessionListItem;
  readonly current: boolean;
  /** Position in the list, by which the list moves the focus. */
  readonly index: number;
  /** The one row that Tab reaches. */
  readonly tabStop: boolean;
  /** Its note is on its way to the ticket. */
  readonly note?: NoteOnItsWay | undefined;
  readonly onOpen: (id: number) => void;
  readonly onFocus: (index: number) => void;
}

/** One session in the list: its title, its state in a mark and in words, and when it last changed. */
export function SessionRow(props: SessionRowProps) {
  const { session, current, index, tabStop, note, onOpen, onFocus } = props;
  return (
    <button
      type="button"
      className={css('row')}
      aria-current={current ? 'true' : undefined}
      tabIndex={tabStop ? 0 : -1}
      data-row={index}
      onClick={() => onOpen(session.id)}
      onFocus={() => onFocus(index)}
    >
      <span className={css('title')} title={session.title}>
        {session.title}
      </span>
      <span className={css('state')}>
        {note === undefined ? (
          <SessionStateMark state={session.state} />
        ) : (
          <CloudUpload size={13} aria-hidden className={css('mark', note.urgency)} />
        )}
        {session.state === 'active' && <VisuallyHidden>Active, </VisuallyHidden>}
        <span className={css('words', note?.urgency)}>
          {note === undefined ? sessionStateWords(session) : noteWords(session, note)}
        </span>
        <time
          className={css('time')}
          dateTime={new Date(session.updated_at).toISOString()}
          title={fullTime(session.updated_at)}
        >
          {shortTime(session.updated_at)}
        </time>
      </span>
    </button>
  );
}

function noteWords({ ticket_ref }: SessionListItem, { short }: NoteOnItsWay): string {
  const words = `${short.charAt(0).toUpperCase()}${short.slice(1)}`;
  return ticket_ref === null ? words : `${words} · CW #${ticket_ref}`;
}
