import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { PsaTicketShown } from '../../shared/domain/psa.ts';
import { LIMITS } from '../../shared/limits.ts';
import { useTicketSearch } from '../bridge/psa-queries.ts';
import { useRowKeys } from '../sessions/use-row-keys.ts';
import { classesOf } from '../ui/class-names.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { SearchBox } from '../ui/search-box.tsx';
import { useDebounced } from '../ui/use-debounced.ts';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { counted } from '../ui/words.ts';
import styles from './ticket-picker.module.css';
import { TicketRow } from './ticket-row.tsx';
import { refusalWords, ticketNumber } from './ticket-words.ts';

const css = classesOf(styles);

/** Long enough that a typed number is one search and not five. */
const QUIET_MS = 250;

interface TicketPickerProps {
  /** The name of the search box. */
  readonly label: string;
  readonly busy?: boolean;
  readonly onChoose: (ticket: PsaTicketShown) => void;
  /** Enter on a number, whether or not the list has it. Without it Enter goes into the list. */
  readonly onNumber?: (ticketId: number) => void;
}

/** Open tickets by number or words, one's own first; down or Enter leads into the list. */
export function TicketPicker({ label, busy = false, onChoose, onNumber }: TicketPickerProps) {
  const [typed, setTyped] = useState('');
  const query = useDebounced(typed.trim(), QUIET_MS);
  const search = useTicketSearch(query);
  const field = useRef<HTMLInputElement>(null);
  const tickets = search.data ?? [];
  const keys = useRowKeys({ count: tickets.length, onLeaveUp: () => field.current?.focus() });
  // The list may take the place of the button that asked for it.
  useEffect(() => field.current?.focus(), []);
  const waiting = search.isFetching || query !== typed.trim();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const number = ticketNumber(typed);
    if (number !== null && onNumber !== undefined) onNumber(number);
    else if (tickets.length > 0) keys.moveTo(0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' || tickets.length === 0) return;
    event.preventDefault();
    keys.moveTo(0);
  };
  return (
    <div className={css('picker')} aria-busy={busy || undefined}>
      <form className={css('search')} onSubmit={submit} noValidate>
        <SearchBox
          field={field}
          strong
          type="text"
          label={label}
          placeholder="Number or words"
          maxLength={LIMITS.search}
          value={typed}
          onChange={setTyped}
          onKeyDown={onKeyDown}
        />
      </form>
      <VisuallyHidden>
        <span role="status">{waiting ? '' : foundWords(tickets.length, query)}</span>
      </VisuallyHidden>
      {search.error && !search.isFetching && (
        <ErrorNotice
          error={search.error}
          action={{ label: 'Try again', onPress: () => void search.refetch() }}
        />
      )}
      {search.data === undefined && search.isFetching && (
        <p className={css('quiet')}>Reading tickets…</p>
      )}
      {search.isSuccess && tickets.length === 0 && !waiting && (
        <p className={css('quiet')}>{nothingWords(query)}</p>
      )}
      {tickets.length > 0 && !search.error && (
        // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the buttons inside
        <div ref={keys.list} className={css('list', waiting && 'stale')} onKeyDown={keys.onKeyDown}>
          <ul aria-label="Tickets">
            {tickets.map((ticket, index) => (
              <li key={ticket.id}>
                <TicketRow
                  ticket={ticket}
                  index={index}
                  tabStop={index === keys.tabStop}
                  refusal={refusalWords(ticket)}
                  onChoose={() => !busy && onChoose(ticket)}
                  onFocus={keys.setActive}
                />
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function foundWords(count: number, query: string): string {
  if (count === 0) return nothingWords(query);
  return counted(count, 'ticket');
}

function nothingWords(query: string): string {
  return query === ''
    ? 'No open ticket is yours. Search by number or words.'
    : `No open ticket matches “${query}”.`;
}
