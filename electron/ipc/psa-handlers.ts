import type { psaCalls } from '../../shared/contract/psa-calls.ts';
import { AppError } from '../../shared/errors.ts';
import { cleanText } from '../../shared/text.ts';
import type { PsaNote } from '../psa/index.ts';
import type { HandlersOf } from './router.ts';
import type { Services } from './services.ts';
import { sessionChanged } from './session-changed.ts';
import { learnTicketNames } from './ticket-names.ts';

/** Notes of a ticket that are offered for pulling in. */
const NOTES_SHOWN = 15;

/** Calls about ConnectWise: connection, tickets, boards. */
export function psaHandlers(services: Services): HandlersOf<typeof psaCalls> {
  const { desktop, posting, psa, store } = services;
  return {
    'psa.status': () => psa.status(),
    'psa.setKeys': (keys) => psa.setKeys(keys),
    'psa.removeKeys': () => psa.removeKeys(),
    'psa.test': async (_, { signal }) => {
      const { ok, steps } = await (await psa.required()).testConnection(signal);
      return { ok, steps: [...steps] };
    },
    'psa.boards': async (_, { signal }) => {
      const system = await psa.required();
      const boards = await system.listBoards(signal);
      return Promise.all(
        boards.map(async (board) => ({
          ...board,
          statuses: [...(await system.listStatuses(board.id, signal))],
        })),
      );
    },
    'psa.findTickets': async ({ query }, { signal }) => [
      ...(await (await psa.required()).findTickets(query, signal)),
    ],
    'psa.ticket': async ({ ticket_id }, { signal }) => {
      const system = await psa.required();
      const [ticket, notes] = await Promise.all([
        system.getTicket(ticket_id, signal),
        system.newestNotes(ticket_id, NOTES_SHOWN, signal),
      ]);
      return { ticket, notes: notes.map(shownNote) };
    },
    'psa.link': async ({ session_id, ticket_id }) => {
      const { signal } = new AbortController();
      const ticket = await (await psa.required()).getTicket(ticket_id, signal);
      if (ticket.refusal !== null) {
        throw new AppError('PSA_REJECTED', `This ticket cannot be linked: ${ticket.refusal}`);
      }
      posting.requireRelinkable(session_id, `${ticket_id}`);
      const session = store.current().sessions.update(session_id, { ticket_ref: `${ticket_id}` });
      sessionChanged(services, session_id);
      learnTicketNames(services, session_id, session.ticket_ref);
      return { session, ticket };
    },
    'psa.openTicket': async ({ ticket_id }) => ({
      opened: await desktop.openLink((await psa.required()).ticketUrl(ticket_id)),
    }),
  };
}

function shownNote({ id, text: raw, flags, author, created_at }: PsaNote) {
  const { text } = cleanText(raw);
  return { id, text, internal: !flags.discussion && !flags.resolution, author, created_at };
}
