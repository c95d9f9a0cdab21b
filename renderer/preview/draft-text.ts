import type { Preview } from '../../shared/domain/note.ts';
import type { OnFresh } from './generation.ts';
import type { NoteEditorHandle } from './note-editor.tsx';
import { baseOf, hasOwnEdits, type NoteVersion, newsOf } from './note-version.ts';

/** The text of the note and the generated note under it. */
export interface DraftText {
  readonly version: NoteVersion;
  /** The technician changed the text. */
  edited(text: string): void;
  /** The newest generated note; while the editor is locked it waits for `unlocked`. */
  follow(preview: Preview): void;
  unlocked(): void;
  /** The text stays; who wrote what it came from does too. */
  keepMine(preview: Preview): void;
  /** Puts the generated note in place of the text, as one step that can be undone. */
  take(preview: Preview): void;
  /**
   * For a note that is yet to come: calls `take` with it if the text then is still what it is now.
   * Else the technician has written on, and it comes in as any other news.
   */
  unlessWrittenOn(take: OnFresh): OnFresh;
  /** Calls back when `version` changes; returns the function that stops it. */
  subscribe(listener: () => void): () => void;
}

interface DraftTextOptions {
  readonly opening: NoteVersion;
  /** Null while there is no editor on the page. */
  readonly editor: () => Pick<NoteEditorHandle, 'isLocked' | 'load' | 'replaceAll'> | null;
  readonly save: (version: NoteVersion) => void;
}

/**
 * What the technician wrote is handed on to be saved as they write and is never replaced but on
 * their word; while they have written nothing, the note follows the facts.
 */
export function createDraftText({ opening, editor, save }: DraftTextOptions): DraftText {
  const listeners = new Set<() => void>();
  let version = opening;
  let waiting: Preview | undefined;

  function put(next: NoteVersion, how: 'save' | 'show') {
    version = next;
    for (const listener of listeners) listener();
    if (how === 'save') save(next);
  }

  function follow(preview: Preview) {
    const target = editor();
    waiting = target?.isLocked() ? preview : undefined;
    if (waiting !== undefined) return;
    const before = version;
    const news = newsOf(before, preview);
    if (news === 'rebase') put({ ...before, base: baseOf(preview) }, 'show');
    if (news !== 'follow') return;
    if (before.text !== preview.markdown) target?.load(preview.markdown);
    const how = hasOwnEdits(before) ? 'save' : 'show';
    put({ text: preview.markdown, base: baseOf(preview) }, how);
  }

  return {
    get version() {
      return version;
    },
    edited: (text) => put({ ...version, text }, 'save'),
    follow,
    unlocked() {
      if (waiting !== undefined) follow(waiting);
    },
    keepMine(preview) {
      const { origin } = version.base;
      put({ ...version, base: { ...baseOf(preview), origin } }, 'save');
    },
    take(preview) {
      const target = editor();
      if (target === null || target.isLocked()) return;
      // The editor answers with `edited`, which finds the new base already there.
      version = { ...version, base: baseOf(preview) };
      target.replaceAll(preview.markdown);
    },
    unlessWrittenOn(take) {
      const { text } = version;
      return (fresh) => {
        if (version.text === text) take(fresh);
      };
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
