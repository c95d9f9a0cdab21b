import { useEffect } from 'react';
import type { CallOutput } from '../../shared/contract/index.ts';
import { invoke, onEvent } from '../bridge/client.ts';
import { useOnceReady } from '../sessions/window-hooks.ts';
import { ticketName } from '../tickets/ticket-words.ts';
import { toast, toastError } from '../ui/toast.tsx';
import { unsavedOf } from '../ui/unsaved-text.ts';
import { useViewState } from '../view-state.ts';

type OpenedLink = NonNullable<CallOutput<'links.take'>['link']>;

/** Takes links from outside, those that came before the window was ready as well. */
export function useOpenedLinks({ storeReady }: { readonly storeReady: boolean }): void {
  const ready = useOnceReady() && storeReady;
  useEffect(() => {
    if (!ready) return;
    const take = () => {
      invoke('links.take', {}).then(({ link }) => {
        if (link !== null) showLink(link);
      }, toastError);
    };
    take();
    return onEvent('link.opened', take);
  }, [ready]);
}

/** Shows what a link names, or offers a session for it. Nothing is made, changed or sent by a link. */
export function showLink(link: OpenedLink): void {
  if (link.kind === 'session') {
    if (link.found) openOrOffer(link.session_id, 'A link to a session was opened.');
    else
      toast({
        title: 'The session of this link is not on this computer.',
        detail:
          'Sessions stay where they were made. Ask for the ticket, or look on the other computer.',
        timeout: 0,
      });
    return;
  }
  const ticket = ticketName(link.ticket_id);
  if (link.session_id !== null) openOrOffer(link.session_id, `A link to ${ticket} was opened.`);
  else offerSession(link.ticket_id);
}

/** At once where nothing is in the way; over a dialog that may hold something, on a press. */
function openOrOffer(sessionId: number, title: string): void {
  const { dialog, openSession, openDialog } = useViewState.getState();
  if (dialog === null) {
    openSession(sessionId);
    return;
  }
  toast({
    title,
    timeout: 0,
    action: {
      label: 'Open session',
      onPress: () => {
        openDialog(null);
        openSession(sessionId);
      },
    },
  });
}

/** Fills the ticket's number in where nobody is in the middle of something else. */
function offerSession(ticketId: number): void {
  const ticket = ticketName(ticketId);
  const form = unsavedOf('new-session');
  const begin = () => {
    form.set({ ticket_ref: `${ticketId}` });
    useViewState.getState().offerTicket(ticketId);
  };
  if (useViewState.getState().dialog === null && !form.touched()) {
    begin();
    return;
  }
  toast({
    title: `There is no session for ${ticket} yet.`,
    timeout: 0,
    action: { label: `Start a session for ${ticket}`, onPress: begin },
  });
}
