import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { invoke, onEvent } from '../bridge/client.ts';
import { toast } from '../ui/toast.tsx';

/** What the administrator manages, and what went wrong with the settings file. */
export function useSettingsStatus() {
  const status = useQuery({
    queryKey: ['settings-status'],
    queryFn: () => invoke('settings.status', {}),
  });
  const { refetch } = status;
  // Whether they could be written is known after each change.
  useEffect(() => onEvent('settings.changed', () => void refetch()), [refetch]);
  return status;
}

/** Says once after the start that the settings file was damaged, and where it is kept. */
export function useSettingsNews(): void {
  const { data } = useSettingsStatus();
  const setAside = data?.set_aside ?? null;
  useEffect(() => {
    if (setAside === null) return;
    toast({
      title: 'Your settings could not be read, so the app starts with the defaults.',
      detail: `The damaged file is kept as ${setAside}`,
      tone: 'danger',
      timeout: 0,
    });
  }, [setAside]);
}
