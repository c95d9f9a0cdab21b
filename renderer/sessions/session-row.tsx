import type { SessionListItem } from '../../shared/domain/session.ts';
import { classesOf } from '../ui/class-names.ts';
import { fullTime, shortTime } from '../ui/time.ts';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import styles from './session-row.module.css';
import { SessionStateMark, sessionStateWords } from './session-state-mark.tsx';

const css = classesOf(styles);

interface SessionRowProps {
  readonly session: SessionListItem;
  readonly current: boolean;
  /** Position in the list, by which the list moves the focus. */
  readonly index: number;
  /** The one row that Tab reaches. */
  readonly tabStop: boolean;
  readonly onOpen: (id: number) => void;
  readonly onFocus: (index: number) => void;
}

/** One session in the list: its title, its state in a mark and in words, and when it last changed. */
export function SessionRow({ session, current, index, tabStop, onOpen, onFocus }: SessionRowProps) {
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
        <SessionStateMark state={session.state} />
        {session.state === 'active' && <VisuallyHidden>Active, </VisuallyHidden>}
        <span className={css('words')}>{sessionStateWords(session)}</span>
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
