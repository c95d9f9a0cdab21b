import { useState } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import type { NoteKind } from '../../shared/domain/note.ts';
import type { SessionSnapshot } from '../../shared/domain/snapshot.ts';
import { useAppInfo } from '../bridge/queries.ts';
import { classesOf } from '../ui/class-names.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import styles from './note-preview.module.css';
import { NoteSheet } from './note-sheet.tsx';
import { openingVersion } from './note-version.ts';
import { PreviewWaiting } from './preview-waiting.tsx';
import { unsavedNote } from './unsaved-notes.ts';
import { usePreview } from './use-preview.ts';

const css = classesOf(styles);

interface NotePreviewProps {
  readonly snapshot: SessionSnapshot;
  readonly kind: NoteKind;
}

/** The region that rises over the conversation: one note, for one audience. */
export function NotePreview({ snapshot, kind }: NotePreviewProps) {
  const [tall, setTall] = useState(false);
  return (
    <section
      aria-label="Note preview"
      data-tall={tall || undefined}
      className={css('region', tall && 'tall')}
    >
      <ErrorBoundary
        fallbackRender={({ error, resetErrorBoundary }) => (
          <ErrorNotice
            error={error}
            action={{ label: 'Open it again', onPress: resetErrorBoundary }}
          />
        )}
      >
        <LoadedPreview
          snapshot={snapshot}
          kind={kind}
          tall={tall}
          onToggleTall={() => setTall(!tall)}
        />
      </ErrorBoundary>
    </section>
  );
}

interface LoadedPreviewProps extends NotePreviewProps {
  readonly tall: boolean;
  readonly onToggleTall: () => void;
}

function LoadedPreview({ snapshot, kind, tall, onToggleTall }: LoadedPreviewProps) {
  const { session, drafts } = snapshot;
  const preview = usePreview(session.id, kind, session.state_version);
  const info = useAppInfo();
  const draft = drafts.find((stored) => stored.kind === kind);
  const opening = openingVersion(unsavedNote(session.id, kind), draft, preview.data);
  if (opening === undefined) {
    return (
      <PreviewWaiting kind={kind} error={preview.error} onRetry={() => void preview.refetch()} />
    );
  }
  return (
    <NoteSheet
      snapshot={snapshot}
      kind={kind}
      opening={opening}
      preview={preview.data}
      previewError={preview.error}
      regenerate={preview.regenerate}
      regenerating={preview.regenerating}
      psaConfigured={info.data?.psa_configured ?? false}
      tall={tall}
      onToggleTall={onToggleTall}
    />
  );
}
