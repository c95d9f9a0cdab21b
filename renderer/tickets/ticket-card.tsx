import { Ban, Download, ExternalLink, RefreshCw, Unlink } from 'lucide-react';
import type { PsaTicketShown } from '../../shared/domain/psa.ts';
import type { Session } from '../../shared/domain/session.ts';
import { useTicket } from '../bridge/psa-queries.ts';
import { useCall } from '../bridge/queries.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { classesOf } from '../ui/class-names.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { toastError } from '../ui/toast.tsx';
import type { TicketRead } from './pull-in.ts';
import styles from './ticket-card.module.css';
import { ticketName } from './ticket-words.ts';

const css = classesOf(styles);

interface TicketCardProps {
  readonly session: Session;
  readonly ticketId: number;
  /** Shows the list to choose another one from. */
  readonly onChange: () => void;
  /** Shows what the ticket says, to take parts of it into the session. */
  readonly onPullIn: (read: TicketRead) => void;
}

/** The linked ticket as it stands now, and what can be done with it. */
export function TicketCard({ session, ticketId, onChange, onPullIn }: TicketCardProps) {
  const ticket = useTicket(ticketId);
  const open = useCall('psa.openTicket', { onError: (error) => toastError(error) });
  const unlink = useCall('sessions.update', { onError: (error) => toastError(error) });
  const active = session.state === 'active';
  const shown = ticket.data?.ticket;
  return (
    <div className={css('card')} aria-busy={ticket.isFetching || undefined}>
      <div className={css('head')}>
        <p className={css('number')}>{ticketName(ticketId)}</p>
        <Button
          size="sm"
          variant="ghost"
          icon={ExternalLink}
          onClick={() => open.mutate({ ticket_id: ticketId })}
        >
          Open in browser
        </Button>
        <IconButton
          icon={RefreshCw}
          size="sm"
          label="Read the ticket again"
          aria-disabled={ticket.isFetching || undefined}
          onClick={() => void ticket.refetch()}
        />
      </div>
      {ticket.error && !ticket.isFetching && (
        <ErrorNotice
          error={ticket.error}
          action={{ label: 'Try again', onPress: () => void ticket.refetch() }}
        />
      )}
      {shown ? (
        <TicketFacts ticket={shown} />
      ) : (
        ticket.isFetching && <p className={css('quiet')}>Reading the ticket…</p>
      )}
      {active && (
        <div className={css('buttons')}>
          <Button
            size="sm"
            icon={Download}
            disabled={ticket.data === undefined}
            onClick={() => ticket.data && onPullIn(ticket.data)}
          >
            Pull in…
          </Button>
          <Button size="sm" onClick={onChange}>
            Link another
          </Button>
          <Button
            size="sm"
            variant="ghost"
            icon={Unlink}
            busy={unlink.isPending}
            onClick={() => unlink.mutate({ session_id: session.id, ticket_ref: '' })}
          >
            Unlink
          </Button>
        </div>
      )}
    </div>
  );
}

function TicketFacts({ ticket }: { readonly ticket: PsaTicketShown }) {
  const rows = [
    { name: 'Company', value: ticket.company?.name ?? 'None' },
    { name: 'Contact', value: ticket.contact ?? 'None' },
    { name: 'Board', value: ticket.board.name },
    { name: 'Status', value: ticket.status.name, closed: ticket.closed },
    { name: 'Priority', value: ticket.priority?.name ?? 'None' },
    { name: 'Owner', value: ticket.owner ?? 'Nobody' },
  ];
  return (
    <>
      <p className={css('summary')}>{ticket.summary}</p>
      {ticket.refusal !== null && (
        <p className={css('refusal')}>
          <Ban size={13} aria-hidden />
          Notes cannot go here: {ticket.refusal}
        </p>
      )}
      <dl className={css('facts')}>
        {rows.map(({ name, value, closed = false }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {value} {closed && <Chip tone="warn">Closed</Chip>}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
