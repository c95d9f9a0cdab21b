import { useState } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import type { NoteKind } from '../../shared/domain/note.ts';
import type { SessionSnapshot } from '../../shared/domain/snapshot.ts';
import { classesOf } from '../ui/class-names.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { LOW_WINDOW, useMediaQuery } from '../ui/use-media-query.ts';
import { useViewState } from '../view-state.ts';
import { NoteBeingWritten } from './note-being-written.tsx';
import styles from './note-preview.module.css';
import { NoteSheet } from './note-sheet.tsx';
import { openingVersion } from './note-version.ts';
import type { SheetFrame } from './sheet-header.tsx';
import { unsavedNote } from './unsaved-notes.ts';
import { useGeneration } from './use-generation.ts';
import { WhatAiSees } from './what-ai-sees.tsx';

const css = classesOf(styles);

interface NotePreviewProps {
  readonly snapshot: SessionSnapshot;
  readonly kind: NoteKind;
}

/** The region that rises over the conversation: one note, for one audience. */
export function NotePreview({ snapshot, kind }: NotePreviewProps) {
  const [wished, setWished] = useState(false);
  const isLow = useMediaQuery(LOW_WINDOW);
  const tall = wished || isLow;
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
          onToggleTall={isLow ? null : () => setWished(!wished)}
        />
      </ErrorBoundary>
    </section>
  );
}

interface LoadedPreviewProps extends NotePreviewProps {
  readonly tall: boolean;
  readonly onToggleTall: (() => void) | null;
}

function LoadedPreview({ snapshot, kind, tall, onToggleTall }: LoadedPreviewProps) {
  const { session, drafts } = snapshot;
  const { preview, work, generation } = useGeneration(session.id, kind, session.state_version);
  const closePreview = useViewState((state) => state.closePreview);
  const [asked, setAsked] = useState(false);
  const draft = drafts.find((stored) => stored.kind === kind);
  const opening = openingVersion(unsavedNote(session.id, kind), draft, preview);
  const frame: SheetFrame = {
    kind,
    tall,
    onToggleTall,
    onWhatIsSent: () => setAsked(true),
    onClose: closePreview,
  };
  return (
    <>
      {opening === undefined ? (
        <NoteBeingWritten frame={frame} work={work} generation={generation} />
      ) : (
        <NoteSheet
          frame={frame}
          snapshot={snapshot}
          opening={opening}
          preview={preview}
          work={work}
          generation={generation}
        />
      )}
      <WhatAiSees open={asked} onOpenChange={setAsked} snapshot={snapshot} kind={kind} />
    </>
  );
}
