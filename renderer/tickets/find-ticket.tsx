import { Search } from 'lucide-react';
import { useState } from 'react';
import type { PsaTicketShown } from '../../shared/domain/psa.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Popover } from '../ui/popover.tsx';
import { TicketPicker } from './ticket-picker.tsx';

/** A button that opens the list of tickets to choose one from. */
export function FindTicket({ onChoose }: { readonly onChoose: (ticket: PsaTicketShown) => void }) {
  const [open, setOpen] = useState(false);
  return (
    <Popover
      title="Find a ticket"
      align="end"
      open={open}
      onOpenChange={setOpen}
      trigger={<IconButton icon={Search} label="Find a ticket" hint={null} />}
    >
      <TicketPicker
        label="Find a ticket"
        onChoose={(ticket) => {
          setOpen(false);
          onChoose(ticket);
        }}
      />
    </Popover>
  );
}
