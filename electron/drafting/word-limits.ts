import type { NoteKind } from '../../shared/domain/note.ts';

/** Words of a whole note, headings left out (rule S6). */
export const NOTE_WORD_LIMIT: Readonly<Record<NoteKind, number>> = { resolve: 150, escalate: 400 };

/** Words of one bullet (rule S6). */
export const BULLET_WORD_LIMIT = 40;

/** Characters that ConnectWise is safe to take in one note; it documents no limit of its own. */
export const NOTE_CHARACTER_LIMIT = 8_000;
