import { useEffect } from 'react';
import type { OutboxItem } from '../../shared/domain/posting.ts';
import { invoke, onEvent } from '../bridge/client.ts';
import { useOutbox } from '../bridge/psa-queries.ts';
import { useOnceReady } from '../sessions/window-hooks.ts';
import { ticketName } from '../tickets/ticket-words.ts';
import { announce } from '../ui/announcer.tsx';
import { toast } from '../ui/toast.tsx';
import { useViewState } from '../view-state.ts';
import { wasJustPosted } from './just-posted.ts';
import { tellOutcome } from './tell-outcome.ts';

const openSession = (id: number) => () => useViewState.getState().openSession(id);

/** Tells what happened to notes while nobody looked: sent from the outbox, or moved by a rule later. */
export function usePostingNews(): void {
  useEffect(
    () =>
      onEvent('posting.statusChangedLater', ({ session_id, ticket_id, wanted, actual, words }) => {
        toast({
          title: `${ticketName(ticket_id)} is no longer ${wanted}: its status is ${actual} now.`,
          detail: 'A workflow rule or a person has changed it. Open the ticket and look.',
          tone: 'danger',
          timeout: 0,
          action: { label: 'Open session', onPress: openSession(session_id) },
        });
        announce(words, 'alert');
      }),
    [],
  );

  const items = useOutbox({ enabled: useOnceReady() }).data;
  useEffect(() => {
    if (items === undefined) return;
    const before = lastItems;
    lastItems = items;
    for (const item of before) {
      const isGone = items.every(({ session_id }) => session_id !== item.session_id);
      // What this window did itself is told where it was done.
      if (isGone && !wasJustPosted(item.session_id)) void tellOfBackground(item);
    }
  }, [items]);
}

let lastItems: readonly OutboxItem[] = [];

async function tellOfBackground({ session_id, session_title }: OutboxItem): Promise<void> {
  const { session, write_backs } = await invoke('sessions.get', { session_id });
  const posted = write_backs.at(-1);
  if (session.state !== 'active' && posted !== undefined) tellOutcome(posted, session_title);
}
