import { Ban, Ticket } from 'lucide-react';
import { AppError } from '../../shared/errors.ts';
import { useTicket } from '../bridge/psa-queries.ts';
import { classesOf } from '../ui/class-names.ts';
import { useDebounced } from '../ui/use-debounced.ts';
import styles from './ticket-line.module.css';
import { ticketNumber, whereWords, whoseWords } from './ticket-words.ts';

const css = classesOf(styles);

/** Says which ticket a number is, so that a slip of the finger is noticed. Says nothing of half a number. */
export function TicketLine({ typed }: { readonly typed: string }) {
  const number = ticketNumber(useDebounced(typed, 350));
  const { data, error } = useTicket(number);
  if (number === null || ticketNumber(typed) !== number) return null;
  if (data === undefined) {
    const missing = error instanceof AppError && error.code === 'NOT_FOUND';
    return error && missing ? <Refused words={error.message} /> : null;
  }
  const { ticket } = data;
  return (
    <div role="status" className={css('lines')}>
      <p className={css('line')}>
        <Ticket size={13} aria-hidden className={css('icon')} />
        <strong>{ticket.summary}</strong>
      </p>
      <p className={css('line', 'quiet')}>
        {whoseWords(ticket)} · {whereWords(ticket)}
      </p>
      {ticket.refusal !== null && <Refused words={`Notes cannot go here: ${ticket.refusal}`} />}
    </div>
  );
}

function Refused({ words }: { readonly words: string }) {
  return (
    <p role="alert" className={css('line', 'refused')}>
      <Ban size={13} aria-hidden className={css('icon')} />
      {words}
    </p>
  );
}
