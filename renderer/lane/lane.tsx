import { lazy, Suspense } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import type { NoteKind } from '../../shared/domain/note.ts';
import type { SessionSnapshot } from '../../shared/domain/snapshot.ts';
import { useOutbox } from '../bridge/psa-queries.ts';
import { useSnapshot } from '../bridge/queries.ts';
import { isOfTheSheet, usePostingRun } from '../posting/posting-runs.ts';
import { SessionHeader } from '../sessions/session-header.tsx';
import { classesOf } from '../ui/class-names.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { useViewState } from '../view-state.ts';
import { BottomSlot } from './bottom-slot.tsx';
import styles from './lane.module.css';
import { Messages } from './messages.tsx';

const css = classesOf(styles);

/** The editor, the markdown reader and the comparison are fetched when a note is first looked at. */
const NotePreview = lazy(() =>
  import('../preview/note-preview.tsx').then((module) => ({ default: module.NotePreview })),
);
const OpenPosting = lazy(() =>
  import('../posting/open-posting.tsx').then((module) => ({ default: module.OpenPosting })),
);
const ClosedNote = lazy(() =>
  import('../preview/closed-note.tsx').then((module) => ({ default: module.ClosedNote })),
);

/** One session at work: its head, the conversation, the note on its way out, and the text box. */
export function Lane({ sessionId }: { readonly sessionId: number }) {
  const snapshot = useSnapshot(sessionId);
  return (
    <main aria-label="Chat lane" aria-busy={snapshot.isPending} className={css('lane')}>
      {snapshot.data ? (
        <OpenLane key={sessionId} snapshot={snapshot.data} />
      ) : (
        snapshot.error && (
          <div className={css('failed')}>
            <ErrorNotice
              error={snapshot.error}
              action={{ label: 'Try again', onPress: () => void snapshot.refetch() }}
            />
          </div>
        )
      )}
    </main>
  );
}

function OpenLane({ snapshot }: { readonly snapshot: SessionSnapshot }) {
  const kind = useViewState((state) => state.previewKind);
  const isActive = snapshot.session.state === 'active';
  const posting = useOpenPosting(snapshot.session.id, kind);
  return (
    <>
      <SessionHeader snapshot={snapshot} />
      <Messages snapshot={snapshot} />
      {/* A note that fails must not take the conversation and the text box with it. */}
      <ErrorBoundary
        resetKeys={[kind, isActive, posting === undefined]}
        fallbackRender={({ error, resetErrorBoundary }) => (
          <div className={css('failed')}>
            <ErrorNotice
              error={error}
              action={{ label: 'Open it again', onPress: resetErrorBoundary }}
            />
          </div>
        )}
      >
        <Suspense>
          {isActive && posting && <OpenPosting item={posting} />}
          {isActive && !posting && kind !== null && (
            <NotePreview key={kind} snapshot={snapshot} kind={kind} />
          )}
          {!isActive && <ClosedNote snapshot={snapshot} />}
        </Suspense>
      </ErrorBoundary>
      {isActive && <BottomSlot snapshot={snapshot} posting={posting !== undefined} />}
    </>
  );
}

/**
 * The posting of a session that is not finished. The sheet that began one stays until its call has
 * ended, so that what the call says is told where it was made.
 */
function useOpenPosting(sessionId: number, shown: NoteKind | null) {
  const outbox = useOutbox();
  const run = usePostingRun(sessionId);
  if (run?.phase === 'running' && isOfTheSheet(run) && run.kind === shown) return undefined;
  return outbox.data?.find((item) => item.session_id === sessionId);
}
