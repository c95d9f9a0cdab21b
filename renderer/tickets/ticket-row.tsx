import { Ban } from 'lucide-react';
import { useId } from 'react';
import type { PsaTicketShown } from '../../shared/domain/psa.ts';
import { classesOf } from '../ui/class-names.ts';
import styles from './ticket-picker.module.css';
import { whereWords, whoseWords } from './ticket-words.ts';

const css = classesOf(styles);

interface TicketRowProps {
  readonly ticket: PsaTicketShown;
  readonly index: number;
  readonly tabStop: boolean;
  /** Why it cannot be chosen; it stays in reach, so that the reason is heard. */
  readonly refusal: string | null;
  readonly onChoose: () => void;
  readonly onFocus: (index: number) => void;
}

/** One ticket to choose: what it is about, whose it is, how urgent, where it stands. */
export function TicketRow(props: TicketRowProps) {
  const { ticket, index, tabStop, refusal, onChoose, onFocus } = props;
  const id = useId();
  return (
    <button
      type="button"
      className={css('row', refusal !== null && 'refused')}
      data-row={index}
      tabIndex={tabStop ? 0 : -1}
      aria-disabled={refusal !== null || undefined}
      aria-describedby={refusal === null ? undefined : id}
      onClick={refusal === null ? onChoose : undefined}
      onFocus={() => onFocus(index)}
    >
      <span className={css('first')}>
        <span className={css('number')}>#{ticket.id}</span>{' '}
        <span className={css('summary')} title={ticket.summary}>
          {ticket.summary}
        </span>
      </span>
      <span className={css('second')}>{whoseWords(ticket)}</span>
      <span className={css('third')}>
        <span>{whereWords(ticket)}</span>
        {ticket.priority && <span className={css('priority')}>{ticket.priority.name}</span>}
      </span>
      {refusal !== null && (
        // Heard as the description; in the name it would only be in the way.
        <span id={id} aria-hidden className={css('refusal')}>
          <Ban size={12} aria-hidden />
          {refusal}
        </span>
      )}
    </button>
  );
}
