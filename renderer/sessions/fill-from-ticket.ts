import { useRef } from 'react';
import type { PsaTicketShown } from '../../shared/domain/psa.ts';
import { LIMITS } from '../../shared/limits.ts';
import { fetchTicket } from '../bridge/psa-queries.ts';
import { descriptionOf } from '../tickets/pull-in.ts';
import { toastError } from '../ui/toast.tsx';

interface Filled {
  readonly title: string;
  readonly intake: string;
  readonly ticket_ref: string;
}

/**
 * Fills the form of a new session from a ticket: its number always, title and problem only where
 * nothing was typed, or where they still are what an earlier choice filled in.
 */
export function useFillFromTicket(
  values: Filled,
  set: (name: keyof Filled, value: string) => void,
): (ticket: PsaTicketShown) => void {
  const filled = useRef({ title: '', intake: '' });
  const latest = useRef(values);
  latest.current = values;
  const isFree = (name: 'title' | 'intake') => {
    const text = latest.current[name];
    return text.trim() === '' || text === filled.current[name];
  };
  const fill = (name: 'title' | 'intake', text: string) => {
    if (!isFree(name)) return;
    filled.current = { ...filled.current, [name]: text };
    set(name, text);
  };
  return (ticket) => {
    set('ticket_ref', `${ticket.id}`);
    fill('title', ticket.summary.slice(0, LIMITS.title));
    fetchTicket(ticket.id).then((read) => {
      // Another ticket was chosen meanwhile.
      if (latest.current.ticket_ref !== `${ticket.id}`) return;
      fill('intake', descriptionOf(read.ticket, read.notes));
    }, toastError);
  };
}
