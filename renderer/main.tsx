import './theme/theme.ts';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { invoke } from './bridge/client.ts';
import { followPsaEvents } from './bridge/psa-queries.ts';
import { followEvents, keys, queryClient, sessionListOptions } from './bridge/queries.ts';
import { followPostingProgress } from './posting/progress.ts';
import { keepFocus } from './ui/keep-focus.ts';
import { answerSaving } from './updates/answer-saving.ts';
import { followUpdateEvents } from './updates/update-queries.ts';

// All that the first view needs is asked for at once, before anything is rendered.
followEvents(queryClient);
followPsaEvents(queryClient);
followPostingProgress();
followUpdateEvents();
answerSaving();
keepFocus();
void queryClient.prefetchQuery({ queryKey: keys.store, queryFn: () => invoke('store.status', {}) });
void queryClient.prefetchInfiniteQuery(sessionListOptions());
void queryClient.prefetchQuery({ queryKey: keys.info, queryFn: () => invoke('app.info', {}) });
void queryClient.prefetchQuery({
  queryKey: keys.settings,
  queryFn: () => invoke('settings.get', {}),
});

// Rendered before any answer is there: the main process set its colours to the theme of the last
// time already, which the page follows until the settings say otherwise.
const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  );
}
