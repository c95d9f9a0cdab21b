import { LRUCache } from 'lru-cache';
import type { NoteCheck, NoteKind } from '../../shared/domain/note.ts';
import type { FoundSecret, SecretGuard } from '../secrets/index.ts';
import { buildBundle, type DraftingSnapshot, type InputBundle } from './bundle.ts';
import type { NoteChecker } from './checks/check-note.ts';
import type { NoteBase } from './checks/provenance.ts';
import { redactBundle } from './redact-bundle.ts';

/** What a note of a session may rest on, and the state version that it was read at. */
export interface NoteGround {
  readonly state_version: number;
  readonly bundle: InputBundle;
  readonly secrets_removed: number;
}

export interface SessionNotes {
  /** The session's bundle, without secrets; newer than `known` if the session moved on meanwhile. */
  read(sessionId: number, known: number): Promise<NoteGround>;
  check(
    kind: NoteKind,
    markdown: string,
    bundle: InputBundle,
    bases: readonly NoteBase[],
  ): Promise<NoteCheck>;
}

/** Sessions whose bundles are held. */
const SESSIONS_HELD = 32;

/** Reads sessions for drafting and judges notes; both go through the search for secrets. */
export function createSessionNotes(options: {
  readonly readSnapshot: (sessionId: number) => DraftingSnapshot;
  readonly secrets: Pick<SecretGuard, 'find' | 'redactAll' | 'version'>;
  readonly checkNote: NoteChecker;
}): SessionNotes {
  const { readSnapshot, secrets, checkNote } = options;
  const held = new LRUCache<number, NoteGround & { readonly secrets_version: number }>({
    max: SESSIONS_HELD,
  });

  return {
    async read(sessionId, known) {
      const last = held.get(sessionId);
      const secrets_version = secrets.version();
      if (last?.state_version === known && last.secrets_version === secrets_version) return last;
      const snapshot = readSnapshot(sessionId);
      const { state_version } = snapshot.session;
      const redacted = await redactBundle(buildBundle(snapshot), secrets);
      const ground = { state_version, secrets_version, ...redacted };
      held.set(sessionId, ground);
      return ground;
    },
    async check(kind, markdown, bundle, bases) {
      const found: readonly FoundSecret[] = await secrets.find(markdown);
      return checkNote({ kind, markdown, bundle, bases, secrets: found });
    },
  };
}
