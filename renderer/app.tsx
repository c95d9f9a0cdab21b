import { CSPProvider } from '@base-ui/react/csp-provider';
import { Suspense } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { AppFrame } from './app-frame.tsx';
import { useSettings, useStoreStatus } from './bridge/queries.ts';
import { Dialogs, StoreProblem, useRestOfWindow } from './later.ts';
import { useClockWarning } from './links/use-clock-warning.ts';
import { useOpenedLinks } from './links/use-opened-links.ts';
import { usePostingNews } from './posting/use-posting-news.ts';
import { useTheme } from './theme/use-theme.ts';
import { Announcer } from './ui/announcer.tsx';
import { PaneError } from './ui/pane-error.tsx';
import { Toaster } from './ui/toast.tsx';
import { TooltipProvider } from './ui/tooltip.tsx';
import { useCommands } from './use-commands.ts';
import { useFailureToasts } from './use-failure-toasts.ts';
import { useViewState } from './view-state.ts';

/** The window: the frame or, where the store cannot be used, what to do about it; dialogs on top. */
export function App() {
  const store = useStoreStatus().data;
  const unavailable = store?.state === 'unavailable' ? store : undefined;
  const started = useRestOfWindow();
  const dialogWanted = useViewState((state) => state.dialog !== null);
  useTheme(useSettings().data?.theme);
  useFailureToasts();
  usePostingNews();
  useCommands();
  useClockWarning();
  useOpenedLinks({ storeReady: store?.state === 'ready' });
  return (
    <CSPProvider disableStyleElements>
      <TooltipProvider delay={450}>
        <ErrorBoundary FallbackComponent={PaneError} resetKeys={[store?.state]}>
          <Suspense>{unavailable ? <StoreProblem status={unavailable} /> : <AppFrame />}</Suspense>
        </ErrorBoundary>
        <Suspense>
          {(started || dialogWanted) && <Dialogs storeReady={unavailable === undefined} />}
        </Suspense>
        <Toaster />
        <Announcer />
      </TooltipProvider>
    </CSPProvider>
  );
}
