import { Ticket } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { Session } from '../../shared/domain/session.ts';
import { usePsaStatus } from '../bridge/psa-queries.ts';
import { useCall } from '../bridge/queries.ts';
import { LinkedTicket } from '../tickets/linked-ticket.tsx';
import type { TicketRead } from '../tickets/pull-in.ts';
import { PullInDialog } from '../tickets/pull-in-dialog.tsx';
import { ticketName } from '../tickets/ticket-words.ts';
import { Button } from '../ui/button.tsx';
import { Chip, ChipButton } from '../ui/chip.tsx';
import { classesOf } from '../ui/class-names.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { fieldError, formError } from '../ui/errors.ts';
import { Popover } from '../ui/popover.tsx';
import { TextField } from '../ui/text-field.tsx';
import styles from './session-header.module.css';

const css = classesOf(styles);

/** The ticket as a chip; pressing it shows it, and links another or none. */
export function TicketPopover({ session }: { readonly session: Session }) {
  const [open, setOpen] = useState(false);
  const [pulling, setPulling] = useState<TicketRead | null>(null);
  const ready = usePsaStatus().data?.state === 'ready';
  const words = session.ticket_ref === null ? 'No ticket' : ticketName(session.ticket_ref);
  if (session.state !== 'active' && !ready) return <Chip icon={Ticket}>{words}</Chip>;
  const pullIn = (read: TicketRead) => {
    // One on top of the other would hide what is to be read.
    setOpen(false);
    setPulling(read);
  };
  return (
    <>
      <Popover
        align="end"
        title="Linked ticket"
        open={open}
        onOpenChange={setOpen}
        trigger={
          <ChipButton icon={Ticket} aria-label={`Linked ticket: ${words}`}>
            {words}
          </ChipButton>
        }
      >
        {ready ? (
          <LinkedTicket session={session} onPullIn={pullIn} />
        ) : (
          <NumberForm session={session} onSaved={() => setOpen(false)} />
        )}
      </Popover>
      {pulling && (
        <PullInDialog
          open
          onOpenChange={(stays) => stays || setPulling(null)}
          session={session}
          ticket={pulling.ticket}
          notes={pulling.notes}
        />
      )}
    </>
  );
}

interface NumberFormProps {
  readonly session: Session;
  readonly onSaved: () => void;
}

/** Without a connection a ticket is a number that is written down. */
function NumberForm({ session, onSaved }: NumberFormProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const update = useCall('sessions.update', { onSuccess: onSaved });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    update.mutate({ session_id: session.id, ticket_ref: typed ?? session.ticket_ref ?? '' });
  };
  const problem = formError(update.error, ['ticket_ref']);
  return (
    <form className={css('form')} onSubmit={submit} noValidate>
      {problem && <ErrorNotice error={problem} />}
      <TextField
        label="ConnectWise ticket"
        placeholder="48213"
        inputMode="numeric"
        hint="The number only. Empty: the session stays on this machine."
        value={typed ?? session.ticket_ref ?? ''}
        error={fieldError(update.error, 'ticket_ref')}
        onChange={(event) => setTyped(event.target.value)}
      />
      <div className={css('buttons')}>
        <Button type="submit" size="sm" variant="primary" busy={update.isPending}>
          Save
        </Button>
      </div>
    </form>
  );
}
