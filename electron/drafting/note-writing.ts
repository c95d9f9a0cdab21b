import type { AiFailure, NoteKind, Preview } from '../../shared/domain/note.ts';
import { AppError } from '../../shared/errors.ts';
import { createAiDrafting, type DraftingAi } from './ai-drafting.ts';
import type { GeneratedNote, NoteGenerator, NoteProgress, NoteRequest } from './generator.ts';
import { renderNote } from './note-document.ts';
import type { NoteGround, SessionNotes } from './session-notes.ts';

/** How far a note is, as the window is told. */
export interface PreviewProgress extends NoteProgress {
  readonly session_id: number;
  readonly kind: NoteKind;
  readonly state_version: number;
  /** Milliseconds since 1970. */
  readonly started_at: number;
}

export interface WritingLog {
  error(message: string, error?: unknown): void;
}

/** A note to be written: for whom, from what. */
export interface Assignment {
  readonly session_id: number;
  readonly kind: NoteKind;
  readonly ground: NoteGround;
  readonly signal: AbortSignal;
}

export type Written =
  | {
      readonly note: GeneratedNote;
      readonly origin: Preview['origin'];
      /** Why the AI was not asked, where it was not. */
      readonly unavailable: AiFailure | null;
    }
  | { readonly failed: AppError };

export interface NoteWriting {
  /** By the AI where it may be asked, else on this machine. Never rejects for a failure of the AI. */
  write(assignment: Assignment, force: boolean): Promise<Written>;
  writeLocally(assignment: Assignment): Promise<GeneratedNote>;
  /** As {@link AiDrafting.unavailable}. */
  unavailable(): Promise<{ readonly failure: AiFailure | null } | null>;
}

/** Gives a note to whoever may write it, and tells how far they are. */
export function createNoteWriting(options: {
  readonly notes: Pick<SessionNotes, 'check'>;
  readonly local: NoteGenerator;
  readonly ai: DraftingAi | undefined;
  readonly log: WritingLog;
  readonly now: () => number;
  readonly onProgress: (progress: PreviewProgress) => void;
}): NoteWriting {
  const { notes, local, log, now, onProgress } = options;
  const ai = createAiDrafting(options.ai, log, now);

  function requestOf({ session_id, kind, ground, signal }: Assignment): NoteRequest {
    const { bundle, secrets_removed, state_version } = ground;
    const started_at = now();
    return {
      session_id,
      kind,
      bundle,
      secrets_removed,
      signal,
      async review(document) {
        const { markdown, evidence } = renderNote(document);
        const check = await notes.check(kind, markdown, bundle, [{ markdown, evidence }]);
        return check.findings;
      },
      onProgress: (progress) =>
        onProgress({ session_id, kind, state_version, started_at, ...progress }),
    };
  }

  const writeLocally = async (assignment: Assignment) => local.generate(requestOf(assignment));

  return {
    unavailable: ai.unavailable,
    writeLocally,
    async write(assignment, force) {
      const unavailable = await ai.unavailable();
      if (unavailable !== null) {
        const note = await writeLocally(assignment);
        return { note, origin: local.origin, unavailable: unavailable.failure };
      }
      try {
        const note = await ai.generate(requestOf(assignment), force);
        return { note, origin: 'ai', unavailable: null };
      } catch (error) {
        const { session_id, kind, signal } = assignment;
        if (signal.aborted || !(error instanceof AppError)) throw error;
        log.error(
          `the ${kind} note of session ${session_id} was not written by the AI (${error.code})`,
          error.cause,
        );
        return { failed: error };
      }
    },
  };
}
