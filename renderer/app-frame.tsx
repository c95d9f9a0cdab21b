import { Suspense } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import styles from './app-frame.module.css';
import { OpenSession } from './later.ts';
import { NoSession } from './sessions/no-session.tsx';
import { SessionsPane } from './sessions/sessions-pane.tsx';
import { classesOf } from './ui/class-names.ts';
import { PaneError } from './ui/pane-error.tsx';
import { useViewState } from './view-state.ts';

const css = classesOf(styles);

/** The three columns: sessions, the lane, what is known. Each fails on its own. */
export function AppFrame() {
  const sessionId = useViewState((state) => state.sessionId);
  return (
    <div className={css('frame')}>
      <ErrorBoundary FallbackComponent={PaneError}>
        <SessionsPane />
      </ErrorBoundary>
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
