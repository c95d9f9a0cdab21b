import { useEffect } from 'react';
import { useAppInfo, useSessionList } from '../bridge/queries.ts';
import { useOnceReady } from '../sessions/window-hooks.ts';
import { toast } from '../ui/toast.tsx';
import { windowStorage } from '../ui/window-storage.ts';
import { useViewState } from '../view-state.ts';
import { versionNews } from './version-news.ts';

/** Long enough to be read by whoever looks away while the app restarts. */
const SHOWN_MS = 20_000;

/** Says once, after a restart into another version, which one it is and what it brings. */
export function useVersionNews(): void {
  const version = useAppInfo().data?.version;
  const ready = useOnceReady();
  // An installation without a session has nothing behind it that could have been updated.
  const isInUse = (useSessionList().data?.pages[0]?.length ?? 0) > 0;
  useEffect(() => {
    if (!ready || !isInUse || version === undefined) return;
    const news = versionNews(version, windowStorage());
    if (news === null) return;
    toast({
      title: news,
      tone: 'ok',
      timeout: SHOWN_MS,
      action: {
        label: 'What’s new',
        onPress: () => useViewState.getState().openDialog('whats-new'),
      },
    });
  }, [ready, isInUse, version]);
}
