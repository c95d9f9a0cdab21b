import { Suspense } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import styles from './app-frame.module.css';
import { OpenSession } from './later.ts';
import { NoSession } from './sessions/no-session.tsx';
import { SessionsPane } from './sessions/sessions-pane.tsx';
import { classesOf } from './ui/class-names.ts';
import { PaneError } from './ui/pane-error.tsx';
import { SESSIONS_BESIDE_LANE, useMediaQuery } from './ui/use-media-query.ts';
import { useViewState } from './view-state.ts';

const css = classesOf(styles);

/** The three columns: sessions, the lane, what is known. Each fails on its own. */
export function AppFrame() {
  const { sessionId, sessionsOpen, setSessionsOpen } = useViewState();
  const isWide = useMediaQuery(SESSIONS_BESIDE_LANE);
  const beside = isWide || sessionId === null;
  return (
    <div className={css('frame', !beside && 'narrow')}>
      {/* It stays in the page while it is away: the search and the list keep what they show. */}
      <div
        className={css('sessions', !beside && (sessionsOpen ? 'over' : 'away'))}
        onKeyDownCapture={(event) => {
          // In the search box it takes back what was typed first.
          const hasText = event.target instanceof HTMLInputElement && event.target.value !== '';
          if (event.key === 'Escape' && !hasText) setSessionsOpen(false);
        }}
      >
        <ErrorBoundary FallbackComponent={PaneError}>
          <SessionsPane />
        </ErrorBoundary>
      </div>
      {!beside && sessionsOpen && (
        <div aria-hidden className={css('backdrop')} onPointerDown={() => setSessionsOpen(false)} />
      )}
      {sessionId === null ? (
        <main className={css('lane', 'wide')}>
          <NoSession />
        </main>
      ) : (
        <ErrorBoundary FallbackComponent={PaneError} resetKeys={[sessionId]}>
          <Suspense fallback={<div className={css('lane', 'wide')} aria-busy />}>
            <OpenSession key={sessionId} sessionId={sessionId} />
          </Suspense>
        </ErrorBoundary>
      )}
    </div>
  );
}
