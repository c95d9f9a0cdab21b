import { keepPreviousData, type QueryClient, useQuery } from '@tanstack/react-query';
import type { NoteKind } from '../../shared/domain/note.ts';
import type { OutboxItem } from '../../shared/domain/posting.ts';
import type { PsaStatusShown } from '../../shared/domain/psa.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import { invoke, onEvent } from './client.ts';
import { keys, queryClient } from './queries.ts';

const psaKeys = {
  status: ['psa', 'status'] as const,
  boards: ['psa', 'boards'] as const,
  test: ['psa', 'test'] as const,
  search: (query: string) => ['psa', 'search', query] as const,
  ticket: (id: number) => ['psa', 'ticket', id] as const,
  plans: ['posting-plan'] as const,
  plan: (sessionId: number, kind: NoteKind, ticketRef: string | null) =>
    ['posting-plan', sessionId, kind, ticketRef] as const,
  outbox: ['outbox'] as const,
};

/** Keeps what is known of the PSA and of open postings in step. Call once, before the first render. */
export function followPsaEvents(client: QueryClient): void {
  onEvent('psa.changed', (status) => {
    const before = client.getQueryData<PsaStatusShown>(psaKeys.status);
    client.setQueryData(psaKeys.status, status);
    if (before !== undefined && before.state !== status.state) forgetPsaAnswers();
  });
  let last: Settings | undefined;
  onEvent('settings.changed', (settings) => {
    const [was, is] = [last, settings].map(connectionOf);
    if (was !== is) {
      forgetPsaAnswers();
      void client.resetQueries({ queryKey: psaKeys.test });
    }
    last = settings;
    void client.invalidateQueries({ queryKey: psaKeys.plans });
  });
  onEvent('posting.progress', ({ session_id }) => {
    // A posting that has just begun is one that is not finished.
    const items = client.getQueryData<readonly OutboxItem[]>(psaKeys.outbox);
    const isKnown = items?.some((item) => item.session_id === session_id && item.running);
    if (!isKnown) void client.invalidateQueries({ queryKey: psaKeys.outbox });
  });
  onEvent('outbox.changed', () => void client.invalidateQueries({ queryKey: psaKeys.outbox }));
}

/** Whose answers one gets: another site, company or member answers something else. */
function connectionOf(settings: Settings | undefined): string {
  return JSON.stringify([
    settings?.connectwise_site,
    settings?.connectwise_company,
    settings?.connectwise_client_id,
    settings?.connectwise_member,
  ]);
}

/** Lets go of what ConnectWise said, where it was said to another member or by another system. */
export function forgetPsaAnswers(): void {
  const isAnswer = ({ queryKey }: { readonly queryKey: readonly unknown[] }) =>
    queryKey[1] !== psaKeys.status[1] && queryKey[1] !== psaKeys.test[1];
  void queryClient.resetQueries({ queryKey: ['psa'], predicate: isAnswer });
  void queryClient.invalidateQueries({ queryKey: psaKeys.plans });
}

/** Whether ConnectWise is set up. Asking may take as long as the keychain takes. */
export function usePsaStatus({ enabled = true } = {}) {
  return useQuery({ queryKey: psaKeys.status, queryFn: () => invoke('psa.status', {}), enabled });
}

/** Address, company, keys and rights, each for itself; asked only on a press. */
export function useConnectionTest() {
  return useQuery({
    queryKey: psaKeys.test,
    queryFn: ({ signal }) => invoke('psa.test', {}, { signal }),
    enabled: false,
    gcTime: 0,
  });
}

/** All boards with their statuses. */
export function useBoards() {
  return useQuery({
    queryKey: psaKeys.boards,
    queryFn: ({ signal }) => invoke('psa.boards', {}, { signal }),
  });
}

/** Open tickets by number or words; the search under way is stopped when the query changes. */
export function useTicketSearch(query: string) {
  return useQuery({
    queryKey: psaKeys.search(query),
    queryFn: ({ signal }) => invoke('psa.findTickets', { query }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 20_000,
    gcTime: 30_000,
  });
}

/** A ticket with its newest notes; read again whenever it comes into view after a while. */
export function useTicket(ticketId: number | null) {
  return useQuery({
    queryKey: psaKeys.ticket(ticketId ?? 0),
    queryFn: ({ signal }) => invoke('psa.ticket', { ticket_id: ticketId ?? 0 }, { signal }),
    enabled: ticketId !== null,
    staleTime: 20_000,
  });
}

/** A ticket with its newest notes, once. */
export function fetchTicket(ticketId: number) {
  return queryClient.fetchQuery({
    queryKey: psaKeys.ticket(ticketId),
    queryFn: () => invoke('psa.ticket', { ticket_id: ticketId }),
    staleTime: 20_000,
  });
}

interface PlanOf {
  readonly sessionId: number;
  readonly kind: NoteKind;
  readonly ticketRef: string | null;
}

/** What a posting would do now. Asked anew each time a note is opened, and only where there is a ticket. */
export function usePostingPlan({ sessionId, kind, ticketRef }: PlanOf) {
  return useQuery({
    queryKey: psaKeys.plan(sessionId, kind, ticketRef),
    queryFn: ({ signal }) => invoke('posting.plan', { session_id: sessionId, kind }, { signal }),
    enabled: ticketRef !== null,
    staleTime: 0,
    gcTime: 0,
  });
}

/** Postings that are not finished. */
export function useOutbox({ enabled = true } = {}) {
  return useQuery({
    queryKey: psaKeys.outbox,
    queryFn: () => invoke('outbox.list', {}),
    // That a step has ended and left all as it was is no change that would be told.
    refetchInterval: ({ state }) => (state.data?.some(({ running }) => running) ? 1_000 : false),
    enabled,
  });
}

/** Reads the outbox and a session anew; settles when the outbox is there. */
export async function refreshPostings(sessionId: number): Promise<void> {
  void queryClient.invalidateQueries({ queryKey: keys.session(sessionId) });
  void queryClient.invalidateQueries({ queryKey: keys.sessions });
  await queryClient.refetchQueries({ queryKey: psaKeys.outbox });
}
