import { LRUCache } from 'lru-cache';
import type { SentRequest } from '../../shared/domain/ai.ts';
import type { NoteKind, Preview } from '../../shared/domain/note.ts';
import type { NoteBase } from './checks/provenance.ts';

/** A generated note that was on the screen: what a technician's text is traced to and posted from. */
export interface ShownNote extends NoteBase {
  readonly origin: Preview['origin'];
  readonly sent: SentRequest | null;
}

export interface ShownNotes {
  remember(sessionId: number, kind: NoteKind, note: ShownNote): void;
  /** Newest first; undefined where nothing was shown since the start. */
  of(sessionId: number, kind: NoteKind): readonly ShownNote[] | undefined;
}

/** Sessions and kinds whose notes are held, and notes of each. */
const HELD = 64;
const HELD_OF_EACH = 4;

export function createShownNotes(): ShownNotes {
  const held = new LRUCache<string, readonly ShownNote[]>({ max: HELD });
  return {
    remember(sessionId, kind, { markdown, evidence, origin, sent }) {
      const key = `${sessionId}:${kind}`;
      const others = (held.get(key) ?? []).filter((note) => note.markdown !== markdown);
      const notes = [{ markdown, evidence, origin, sent }, ...others];
      held.set(key, notes.slice(0, HELD_OF_EACH));
    },
    of: (sessionId, kind) => held.get(`${sessionId}:${kind}`),
  };
}
