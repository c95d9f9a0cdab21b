import { useQuery } from '@tanstack/react-query';
import { invoke, onEvent } from '../bridge/client.ts';
import { queryClient } from '../bridge/queries.ts';

const KEY = ['updates'] as const;

/** Keeps the state of updates in step with the main process. Call once, before the first render. */
export function followUpdateEvents(): void {
  onEvent('updates.changed', (status) => queryClient.setQueryData(KEY, status));
}

/** Whether there is a newer version, and how far it is. */
export function useUpdateStatus({ enabled = true } = {}) {
  return useQuery({ queryKey: KEY, queryFn: () => invoke('updates.state', {}), enabled });
}
