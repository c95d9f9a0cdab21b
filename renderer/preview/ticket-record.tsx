import { ExternalLink, Unplug } from 'lucide-react';
import { referenceLine } from '../../shared/domain/note-reference.ts';
import type { WriteBack } from '../../shared/domain/write-back.ts';
import { useCall } from '../bridge/queries.ts';
import { ticketName, ticketNumber } from '../tickets/ticket-words.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { toastError } from '../ui/toast.tsx';
import styles from './closed-note.module.css';
import { isLocal, untouchedTicketHint } from './posting-words.ts';
import strips from './strips.module.css';

const css = classesOf(styles);
const strip = classesOf(strips);

/** What a posted note left on its ticket, and what it did not; for a local one, that the ticket is untouched. */
export function TicketRecord({ posted }: { readonly posted: WriteBack }) {
  const { ticket_ref, external_note_id, reference, verified_status } = posted;
  const open = useCall('psa.openTicket', { onError: (error) => toastError(error) });
  if (isLocal(posted)) {
    const hint = untouchedTicketHint(ticket_ref);
    if (hint === null) return null;
    return (
      <div className={strip('strip', 'ticket')}>
        <Unplug size={14} aria-hidden className={strip('icon')} />
        <span className={strip('words')}>{hint}</span>
      </div>
    );
  }
  const ticketId = ticketNumber(ticket_ref);
  const { status_transition_skipped_reason: skipped, closed_anyway_reason: reason } = posted;
  return (
    <div className={css('record')}>
      {ticket_ref !== null && (
        <span>
          On <b>{ticketName(ticket_ref)}</b>
        </span>
      )}
      {external_note_id !== null && (
        <span>
          Note <b>{external_note_id}</b>
        </span>
      )}
      {reference !== null && <span>{referenceLine(reference)}</span>}
      {verified_status !== null && (
        <span>
          Verified status: <b>{verified_status}</b>
        </span>
      )}
      {ticketId !== null && (
        <Button
          size="sm"
          variant="ghost"
          icon={ExternalLink}
          className={css('open')}
          onClick={() => open.mutate({ ticket_id: ticketId })}
        >
          Open in browser
        </Button>
      )}
      {skipped !== null && <span className={css('left')}>{skipped}</span>}
      {reason !== null && <span className={css('left')}>Closed anyway: {reason}</span>}
    </div>
  );
}
