import { Ticket } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { Session } from '../../shared/domain/session.ts';
import { useCall } from '../bridge/queries.ts';
import { Button } from '../ui/button.tsx';
import { Chip, ChipButton } from '../ui/chip.tsx';
import { classesOf } from '../ui/class-names.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { fieldError, formError } from '../ui/errors.ts';
import { Popover } from '../ui/popover.tsx';
import { TextField } from '../ui/text-field.tsx';
import styles from './session-header.module.css';

const css = classesOf(styles);

/** The ticket as a chip; pressing it links another, or none. */
export function TicketPopover({ session }: { readonly session: Session }) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState<string | null>(null);
  const update = useCall('sessions.update', {
    onSuccess: () => {
      setTyped(null);
      setOpen(false);
    },
  });
  const words = session.ticket_ref === null ? 'No ticket' : `CW #${session.ticket_ref}`;
  if (session.state !== 'active') return <Chip icon={Ticket}>{words}</Chip>;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    update.mutate({ session_id: session.id, ticket_ref: typed ?? session.ticket_ref ?? '' });
  };
  const problem = formError(update.error, ['ticket_ref']);
  return (
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
    </Popover>
  );
}
