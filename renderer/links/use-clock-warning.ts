import { useEffect } from 'react';
import { useAppInfo } from '../bridge/queries.ts';
import { useOnceReady } from '../sessions/window-hooks.ts';
import { toast } from '../ui/toast.tsx';

/** Says once, after the start, that the clock of this computer cannot be right. */
export function useClockWarning(): void {
  const warning = useAppInfo().data?.clock_warning ?? null;
  const ready = useOnceReady();
  useEffect(() => {
    if (ready && warning !== null) toast({ title: warning, tone: 'danger', timeout: 0 });
  }, [ready, warning]);
}
