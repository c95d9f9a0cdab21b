import {
  type RefObject,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { Draft, NoteKind, Preview } from '../../shared/domain/note.ts';
import { invoke } from '../bridge/client.ts';
import { rememberDraft } from '../bridge/queries.ts';
import { type Autosave, createAutosave } from './autosave.ts';
import type { NoteEditorHandle } from './note-editor.tsx';
import { baseOf, hasOwnEdits, type NoteVersion, newsOf } from './note-version.ts';
import { forgetUnsaved, keepUnsaved, unsavedNote } from './unsaved-notes.ts';

interface DraftOptions {
  readonly sessionId: number;
  readonly kind: NoteKind;
  readonly opening: NoteVersion;
  readonly storedDraft: Draft | undefined;
  readonly preview: Preview | undefined;
  readonly editor: RefObject<NoteEditorHandle | null>;
}

/**
 * The text of the note and the generated note under it. What the technician wrote is saved as they
 * write and is never replaced but on their word; while they have written nothing, the note follows
 * the facts.
 */
export function useDraft(options: DraftOptions) {
  const { sessionId, kind, opening, storedDraft, preview, editor } = options;
  const [version, setVersion] = useState(opening);
  const latest = useRef(opening);
  const [autosave] = useState(() => draftAutosave(sessionId, kind, storedDraft !== undefined));
  const status = useSyncExternalStore(autosave.subscribe, () => autosave.status);
  useFlushOnLeave(autosave);

  function put(next: NoteVersion, how: 'save' | 'show') {
    latest.current = next;
    setVersion(next);
    if (how === 'save') {
      keepUnsaved(sessionId, kind, next);
      autosave.change(next);
    }
  }

  useEffect(() => {
    const unsaved = unsavedNote(sessionId, kind);
    if (unsaved !== undefined) autosave.change(unsaved);
  }, [autosave, sessionId, kind]);

  const follow = useEffectEvent((next: Preview) => {
    if (editor.current?.isLocked()) return;
    const current = latest.current;
    const news = newsOf(current, next);
    if (news === 'rebase') put({ ...current, base: baseOf(next) }, 'show');
    if (news !== 'follow') return;
    if (current.text !== next.markdown) editor.current?.load(next.markdown);
    put({ text: next.markdown, base: baseOf(next) }, hasOwnEdits(current) ? 'save' : 'show');
  });
  useEffect(() => {
    if (preview !== undefined) follow(preview);
  }, [preview]);

  return {
    version,
    status,
    flush: () => autosave.flush(),
    /** The facts have changed the generated note under the technician's text. */
    factsChanged: preview !== undefined && newsOf(version, preview) === 'offer',
    edited: (text: string) => put({ ...latest.current, text }, 'save'),
    keepMine: (next: Preview) => put({ ...latest.current, base: baseOf(next) }, 'save'),
    /** Puts the generated note in place of the text, as one step that can be undone. */
    take: (next: Preview) => {
      if (editor.current?.isLocked()) return;
      latest.current = { ...latest.current, base: baseOf(next) };
      editor.current?.replaceAll(next.markdown);
    },
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
