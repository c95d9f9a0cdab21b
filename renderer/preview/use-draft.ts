import { type RefObject, useEffect, useState, useSyncExternalStore } from 'react';
import type { Draft, NoteKind, Preview } from '../../shared/domain/note.ts';
import { invoke } from '../bridge/client.ts';
import { rememberDraft } from '../bridge/queries.ts';
import { savesWithAll } from '../ui/save-all.ts';
import { type Autosave, createAutosave } from './autosave.ts';
import { createDraftText } from './draft-text.ts';
import type { NoteEditorHandle } from './note-editor.tsx';
import { hasOwnEdits, type NoteVersion, newsOf } from './note-version.ts';
import { forgetUnsaved, keepUnsaved, unsavedNote } from './unsaved-notes.ts';

interface DraftOptions {
  readonly sessionId: number;
  readonly kind: NoteKind;
  readonly opening: NoteVersion;
  readonly storedDraft: Draft | undefined;
  readonly preview: Preview | undefined;
  readonly editor: RefObject<NoteEditorHandle | null>;
}

/** The text of the note, saved as the technician writes, and followed as its session changes. */
export function useDraft(options: DraftOptions) {
  const { sessionId, kind, opening, storedDraft, preview, editor } = options;
  const [autosave] = useState(() => draftAutosave(sessionId, kind, storedDraft !== undefined));
  const [draft] = useState(() =>
    createDraftText({
      opening,
      editor: () => editor.current,
      save(version) {
        keepUnsaved(sessionId, kind, version);
        autosave.change(version);
      },
    }),
  );
  const version = useSyncExternalStore(draft.subscribe, () => draft.version);
  const status = useSyncExternalStore(autosave.subscribe, () => autosave.status);
  useFlushOnLeave(autosave);
  useEffect(() => savesWithAll(() => autosave.flush()), [autosave]);

  useEffect(() => {
    const unsaved = unsavedNote(sessionId, kind);
    if (unsaved !== undefined) autosave.change(unsaved);
  }, [autosave, sessionId, kind]);

  useEffect(() => {
    if (preview !== undefined) draft.follow(preview);
  }, [draft, preview]);

  return {
    text: draft,
    version,
    status,
    flush: () => autosave.flush(),
    /** There is a generated note that the text was not replaced by. */
    offered: preview !== undefined && newsOf(version, preview) === 'offer',
  };
}

function draftAutosave(sessionId: number, kind: NoteKind, alreadyStored: boolean) {
  let stored = alreadyStored;
  return createAutosave<NoteVersion>({
    save: async (version) => {
      if (hasOwnEdits(version)) {
        const draft = await invoke('drafts.save', {
          session_id: sessionId,
          kind,
          markdown: version.text,
          base_markdown: version.base.markdown,
          base_state_version: version.base.stateVersion,
        });
        // Before the window forgets its own copy: the sheet may be opened again at any moment.
        rememberDraft(sessionId, kind, draft);
        stored = true;
      } else if (stored) {
        await invoke('drafts.discard', { session_id: sessionId, kind });
        rememberDraft(sessionId, kind, undefined);
        stored = false;
      }
      if (unsavedNote(sessionId, kind) === version) forgetUnsaved(sessionId, kind);
    },
  });
}

function useFlushOnLeave(autosave: Autosave<NoteVersion>) {
  useEffect(() => {
    const flush = () => void autosave.flush();
    const leave = () => autosave.leave();
    const flushWhenHidden = () => {
      if (document.visibilityState === 'hidden') flush();
    };
    window.addEventListener('pagehide', leave);
    window.addEventListener('blur', flush);
    document.addEventListener('visibilitychange', flushWhenHidden);
    return () => {
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('blur', flush);
      document.removeEventListener('visibilitychange', flushWhenHidden);
      flush();
    };
  }, [autosave]);
}
