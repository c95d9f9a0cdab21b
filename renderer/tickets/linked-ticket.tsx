import { useState } from 'react';
import type { Session } from '../../shared/domain/session.ts';
import { useCall } from '../bridge/queries.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { toast } from '../ui/toast.tsx';
import type { TicketRead } from './pull-in.ts';
import styles from './ticket-card.module.css';
import { TicketCard } from './ticket-card.tsx';
import { TicketPicker } from './ticket-picker.tsx';
import { ticketName, ticketNumber } from './ticket-words.ts';

const css = classesOf(styles);

interface LinkedTicketProps {
  readonly session: Session;
  readonly onPullIn: (read: TicketRead) => void;
}

/** The ticket of a session: the one that is linked, or the list to link one from. */
export function LinkedTicket({ session, onPullIn }: LinkedTicketProps) {
  const [choosing, setChoosing] = useState(false);
  const ticketId = ticketNumber(session.ticket_ref);
  const link = useCall('psa.link', {
    onSuccess: ({ ticket }) => {
      setChoosing(false);
      toast({ title: `Linked to ${ticketName(ticket.id)}.`, detail: ticket.summary, tone: 'ok' });
    },
  });
  if (ticketId !== null && !choosing) {
    return (
      <TicketCard
        session={session}
        ticketId={ticketId}
        onChange={() => setChoosing(true)}
        onPullIn={onPullIn}
      />
    );
  }
  const put = (id: number) => {
    if (!link.isPending) link.mutate({ session_id: session.id, ticket_id: id });
  };
  return (
    <div className={css('choose')}>
      {link.error && <ErrorNotice error={link.error} />}
      <TicketPicker
        label="ConnectWise ticket"
        busy={link.isPending}
        onChoose={({ id }) => put(id)}
        onNumber={put}
      />
      {ticketId !== null && (
        <Button size="sm" variant="ghost" onClick={() => setChoosing(false)}>
          Keep {ticketName(ticketId)}
        </Button>
      )}
    </div>
  );
}
