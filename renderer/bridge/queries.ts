import {
  infiniteQueryOptions,
  keepPreviousData,
  QueryClient,
  type UseMutationOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
} from '@tanstack/react-query';
import type { CallInput, CallName, CallOutput } from '../../shared/contract/index.ts';
import type { Draft, NoteKind } from '../../shared/domain/note.ts';
import type { SessionState } from '../../shared/domain/session.ts';
import type { SessionSnapshot } from '../../shared/domain/snapshot.ts';
import type { AppError } from '../../shared/errors.ts';
import { invoke, onEvent } from './client.ts';

/** Query keys by what they hold. Everything of one session starts with `['session', id]`. */
export const keys = {
  sessions: ['sessions'] as const,
  sessionList: (state: SessionState | undefined) => ['sessions', 'list', state ?? 'all'] as const,
  sessionSearch: (query: string) => ['sessions', 'search', query] as const,
  session: (id: number) => ['session', id] as const,
  snapshot: (id: number) => ['session', id, 'snapshot'] as const,
  auditTrail: (id: number) => ['session', id, 'audit-trail'] as const,
  settings: ['settings'] as const,
  store: ['store'] as const,
  info: ['info'] as const,
  templates: ['templates'] as const,
  attachment: (id: number) => ['attachment', id] as const,
  ai: ['ai', 'status'] as const,
  usage: ['ai', 'usage'] as const,
  sessionUsage: (id: number | null) => ['ai', 'usage', id] as const,
  aiModels: ['ai', 'models'] as const,
};

/**
 * The main process is the truth and tells of every change, so nothing is fetched again on focus, on
 * a timer or after a failure: an answer stays fresh until an event says otherwise.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
      networkMode: 'always',
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

/** Keeps the query cache in step with the main process. Call once, before the first render. */
export function followEvents(client: QueryClient): void {
  onEvent('session.changed', ({ session_id, list_changed }) => {
    void client.invalidateQueries({ queryKey: keys.session(session_id) });
    if (list_changed) void client.invalidateQueries({ queryKey: keys.sessions });
  });
  onEvent('sessions.changed', () => void client.invalidateQueries({ queryKey: keys.sessions }));
  onEvent('templates.changed', () => void client.invalidateQueries({ queryKey: keys.templates }));
  onEvent('settings.changed', (settings) => {
    client.setQueryData(keys.settings, settings);
    void client.invalidateQueries({ queryKey: keys.usage });
  });
  onEvent('ai.changed', (status) => client.setQueryData(keys.ai, status));
  onEvent('store.changed', (status) => {
    client.setQueryData(keys.store, status);
    if (status.state === 'ready') void client.invalidateQueries();
  });
}

export function useStoreStatus() {
  return useQuery({
    queryKey: keys.store,
    queryFn: () => invoke('store.status', {}),
  });
}

export function useAppInfo() {
  return useQuery({
    queryKey: keys.info,
    queryFn: () => invoke('app.info', {}),
  });
}

export function useSettings() {
  return useQuery({
    queryKey: keys.settings,
    queryFn: () => invoke('settings.get', {}),
  });
}

/** Whether notes are drafted with Claude. Asking may take as long as the keychain takes. */
export function useAiStatus({ enabled = true } = {}) {
  return useQuery({ queryKey: keys.ai, queryFn: () => invoke('ai.status', {}), enabled });
}

/** What the AI cost in a session, where one is named, and in this month. */
export function useAiUsage(sessionId: number | null, { enabled = true } = {}) {
  return useQuery({
    queryKey: keys.sessionUsage(sessionId),
    queryFn: () => invoke('ai.usage', { session_id: sessionId }),
    placeholderData: keepPreviousData,
    // What the AI wrote for a session that is not shown is told by no event of its own.
    staleTime: 30_000,
    enabled,
  });
}

/** The models that the key may use; asked only on a press, for it is the test of the connection too. */
export function useAiModels() {
  return useQuery({
    queryKey: keys.aiModels,
    queryFn: ({ signal }) => invoke('ai.models', {}, { signal }),
    enabled: false,
  });
}

/** Lets go of what the API said, where it was said to another key or at another address. */
export function forgetAiModels(): void {
  void queryClient.resetQueries({ queryKey: keys.aiModels });
}

/** Sessions on a page of the list: the first is small, to be there with the first paint. */
const FIRST_PAGE = 200;
const NEXT_PAGE = 1_000;

/** What the session list shows first; main.tsx asks for it before anything is rendered. */
export function sessionListOptions(state?: SessionState) {
  return infiniteQueryOptions({
    queryKey: keys.sessionList(state),
    queryFn: ({ pageParam }) =>
      invoke('sessions.list', {
        limit: pageParam === null ? FIRST_PAGE : NEXT_PAGE,
        ...(state === undefined ? {} : { state }),
        ...(pageParam === null ? {} : { before: pageParam }),
      }),
    initialPageParam: null as { updated_at: number; id: number } | null,
    getNextPageParam: (page, pages) => {
      const last = page.at(-1);
      const full = pages.length === 1 ? FIRST_PAGE : NEXT_PAGE;
      if (last === undefined || page.length < full) return null;
      return { updated_at: last.updated_at, id: last.id };
    },
  });
}

/** The session list, page by page, the most recently changed first. */
export function useSessionList(state?: SessionState) {
  return useInfiniteQuery({ ...sessionListOptions(state), placeholderData: keepPreviousData });
}

/** Sessions that match a query; the search under way is stopped when the query changes. */
export function useSessionSearch(query: string) {
  return useQuery({
    queryKey: keys.sessionSearch(query),
    queryFn: ({ signal }) => invoke('sessions.search', { query }, { signal }),
    enabled: query !== '',
    placeholderData: (previous) => (query === '' ? undefined : previous),
    gcTime: 30_000,
  });
}

/** One session with everything that the screen shows of it; keeps the last answer while it refetches. */
export function useSnapshot(sessionId: number) {
  return useQuery({
    queryKey: keys.snapshot(sessionId),
    queryFn: () => invoke('sessions.get', { session_id: sessionId }),
  });
}

/** The script templates: those that came with the app, and those made here. */
export function useTemplates() {
  return useQuery({ queryKey: keys.templates, queryFn: () => invoke('templates.list', {}) });
}

/** What an attachment holds; it never changes, and is let go of soon after nobody shows it. */
export function useAttachment(attachmentId: number) {
  return useQuery({
    queryKey: keys.attachment(attachmentId),
    queryFn: () => invoke('attachments.get', { attachment_id: attachmentId }),
    gcTime: 30_000,
  });
}

export function useAuditTrail(sessionId: number) {
  return useQuery({
    queryKey: keys.auditTrail(sessionId),
    queryFn: () => invoke('posting.auditTrail', { session_id: sessionId }),
  });
}

/**
 * Puts a draft as it was saved, or its absence, into the session at hand. Saving one tells no event,
 * for each keystroke would fetch the session again.
 */
export function rememberDraft(sessionId: number, kind: NoteKind, draft: Draft | undefined): void {
  queryClient.setQueryData<SessionSnapshot>(keys.snapshot(sessionId), (snapshot) => {
    if (snapshot === undefined) return undefined;
    const others = snapshot.drafts.filter((other) => other.kind !== kind);
    return { ...snapshot, drafts: draft === undefined ? others : [...others, draft] };
  });
}

/** A call that changes something, as a mutation; what it changed comes back as an event. */
export function useCall<Name extends CallName>(
  name: Name,
  options: Omit<UseMutationOptions<CallOutput<Name>, AppError, CallInput<Name>>, 'mutationFn'> = {},
) {
  return useMutation<CallOutput<Name>, AppError, CallInput<Name>>({
    mutationFn: (input) => invoke(name, input),
    ...options,
  });
}
