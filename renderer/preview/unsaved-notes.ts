import type { NoteKind } from '../../shared/domain/note.ts';
import type { NoteVersion } from './note-version.ts';

/*
 * Edits that could not be saved, kept while the window lives: closing the sheet or looking at
 * another session must not lose what a full disk refused.
 */
const kept = new Map<string, NoteVersion>();
const keyOf = (sessionId: number, kind: NoteKind) => `${sessionId}:${kind}`;

export function keepUnsaved(sessionId: number, kind: NoteKind, version: NoteVersion): void {
  kept.set(keyOf(sessionId, kind), version);
}

export function forgetUnsaved(sessionId: number, kind: NoteKind): void {
  kept.delete(keyOf(sessionId, kind));
}

/** Whether anything is kept in memory alone. */
export function hasUnsavedNotes(): boolean {
  return kept.size > 0;
}

export function unsavedNote(sessionId: number, kind: NoteKind): NoteVersion | undefined {
  return kept.get(keyOf(sessionId, kind));
}
